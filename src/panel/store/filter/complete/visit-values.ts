import type {SearchableEntry} from '../../log/log-entry';
import {toPage} from '../../log/to-page';
import type {Column} from '../../search/column';
import {readNamedPart} from '../../search/event-parts';
import {visitParts} from '../../search/haystack';
import {matchEntry} from '../matches-filter';
import {isValues} from '../parse-filter';
import type {NamedField} from './filter-value';

/**
 * Called with a value, and with the number of further events of the request that have it; null: events without a value.
 */
export type AddValue = (value: string | null, count: number) => void;

/**
 * Calls `add` with each value of the field in the request: of its events, or of the request if the field belongs to
 * requests.
 */
export function visitValues(
  entry: SearchableEntry,
  field: NamedField,
  property: string | null,
  add: AddValue,
): void {
  switch (field) {
    case 'name':
    case 'event':
      for (const {name} of entry.events) add(name, 1);
      return;
    case 'type':
    case 'user':
    case 'group':
      for (const event of entry.events) add(event[field], 1);
      return;
    case 'prop':
      visitProperties(entry, property, add);
      return;
    case 'plan':
    case 'rule':
      if (entry.searched.planned) visitLines(entry.searched.planned[field], add);
      return;
    case 'code':
      for (const code of entry.ownCodes) add(code, 1);
      for (const {codes} of entry.events) for (const code of codes) add(code, 1);
      return;
    case 'is':
      for (const value of isValues) add(value, countRows(entry, value));
      return;
    case 'status':
      if (entry.answer) add(String(entry.answer.status), 1);
      if (entry.state !== 'answered') add(entry.state, 1);
      return;
    case 'url':
      add(toPage(entry.head.url), 1);
      return;
    case 'page':
      add(entry.page, 1);
      return;
    // No two requests have the same time.
    case 'after':
    case 'before':
      return;
  }
}

function visitProperties({searched}: SearchableEntry, property: string | null, add: AddValue): void {
  /** The events by name or value: an event may have it in several places. */
  const known = new Map<string, Uint8Array>();
  visitParts(searched.text, (part, holders) => {
    const named = readNamedPart(part);
    if (named === null || (property !== null && named.name !== property)) return;
    const text = property === null ? named.name : named.value;
    const have = known.get(text) ?? new Uint8Array(searched.text.events);
    known.set(text, have);
    add(text, mark(have, holders));
  });
}

/** Returns how many of the places were not marked before. */
function mark(marks: Uint8Array, places: ArrayLike<number>): number {
  let added = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    if (marks[place] !== 0) continue;
    marks[place] = 1;
    added++;
  }
  return added;
}

/** An event that has issues of several plans or rules has a line for each issue. */
function visitLines({values, places}: Column, add: AddValue): void {
  const linesOf = values.map((value) => new Set(value.split('\n')));
  for (const place of places) for (const line of linesOf[place] ?? []) add(line, 1);
}

/** How many rows of the request are in this state: its events, or the request itself. */
function countRows(entry: SearchableEntry, value: string): number {
  const match = matchEntry(entry, [{field: 'is', value, negated: false}], 'all');
  if (match === null) return 0;
  if (match.events === 'all') return Math.max(1, entry.events.length);
  return match.events.length + Number(match.request);
}
