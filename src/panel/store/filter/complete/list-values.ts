import type {SearchableEntry} from '../../log/log-entry';
import {toPage} from '../../log/to-page';
import type {Column} from '../../search/column';
import {readNamedPart} from '../../search/event-parts';
import {visitParts} from '../../search/haystack';
import {matchEntry} from '../matches-filter';
import {isValues} from '../parse-filter';
import type {NamedField} from './filter-value';

type Values = readonly (string | null)[];

/** Each value of the field in the request, once for each event that has it, or for the request where it is about that. */
export function listValues(entry: SearchableEntry, field: NamedField, property: string | null): Values {
  switch (field) {
    case 'name':
    case 'event':
      return entry.events.map(({name}) => name);
    case 'type':
    case 'user':
    case 'group':
      return entry.events.map((event) => event[field]);
    case 'prop':
      return listProperties(entry, property);
    case 'plan':
    case 'rule':
      return entry.searched.planned ? listLines(entry.searched.planned[field]) : [];
    case 'code':
      return [...entry.ownCodes, ...entry.events.flatMap(({codes}) => codes)];
    case 'is':
      return isValues.flatMap((value) => new Array<string>(countRows(entry, value)).fill(value));
    case 'status':
      return [entry.answer ? String(entry.answer.status) : entry.state];
    case 'url':
      return [toPage(entry.head.url)];
    case 'page':
      return [entry.page];
    // No two requests have the same time.
    case 'after':
    case 'before':
      return [];
  }
}

function listProperties({searched}: SearchableEntry, property: string | null): Values {
  /** By name or value, its events: one may have it in several places. */
  const eventsOf = new Map<string, Set<number>>();
  visitParts(searched.text, (part, holders) => {
    const named = readNamedPart(part);
    if (named === null || (property !== null && named.name !== property)) return;
    const text = property === null ? named.name : named.value;
    const events = eventsOf.get(text) ?? new Set();
    eventsOf.set(text, events);
    for (let i = 0; i < holders.length; i++) events.add(holders[i] ?? 0);
  });
  return [...eventsOf].flatMap(([text, {size}]) => new Array<string>(size).fill(text));
}

/** An event that has issues of several plans or rules has a line for each issue. */
function listLines({values, places}: Column): Values {
  const linesOf = values.map((value) => [...new Set(value.split('\n'))]);
  return [...places].flatMap((place) => linesOf[place] ?? []);
}

/** How many rows of the request are in that state: its events, or itself. */
function countRows(entry: SearchableEntry, value: string): number {
  const match = matchEntry(entry, [{field: 'is', value, negated: false}], 'all');
  if (match === null) return 0;
  if (match.events === 'all') return Math.max(1, entry.events.length);
  return match.events.length + Number(match.request);
}
