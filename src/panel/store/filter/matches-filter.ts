import type {EventSummary, IssueCounts, SearchableEntry} from '../log/log-entry';
import {toHost} from '../log/to-host';
import {toPage} from '../log/to-page';
import {findInColumn} from '../search/column';
import {toNamedPart} from '../search/event-parts';
import {findEvents} from '../search/haystack';
import {intersect, noPositions, type Positions, subtract, toPositions, unite} from '../search/positions';
import {toSearchable} from '../search/to-searchable';
import {type EntryMatch, everything, type SeverityFilter} from './entry-match';
import {readExact} from './exact-value';
import type {FilterTerm} from './parse-filter';
import {readTime} from './time-words';

/**
 * The match of a wider filter, which lets through everything that this one does, and the terms that only this one has.
 */
export interface WiderMatch {
  match: EntryMatch;
  fresh: readonly FilterTerm[];
}

/**
 * Terms about an event are checked for each event; terms about the request apply to all its events. A batch with
 * matching issues of its own is listed even if none of its events matches.
 */
export function matchEntry(
  entry: SearchableEntry,
  terms: readonly FilterTerm[],
  severity: SeverityFilter,
  wider?: WiderMatch,
): EntryMatch | null {
  if (entry.events.length === 0) return holdsForRequest(entry, terms, severity) ? everything : null;
  let events = wider ? wider.match.events : withSeverity(entry, severity);
  for (const term of wider ? wider.fresh : terms) events = keep(entry, events, term);
  if (events === 'all') return everything;
  // A request with one event is one row: it has no row of its own.
  if (entry.events.length === 1) return null;
  const request = hasOwnIssues(entry) && passesByItself(entry, terms, severity);
  return request || events.length > 0 ? {request, events} : null;
}

/**
 * Filter terms about events are not applied to their batch, which is listed above the events that match. If a severity
 * is selected, the batch is also listed for its own issues where its events match all terms, since the issues were
 * counted for that severity.
 */
function passesByItself(
  entry: SearchableEntry,
  terms: readonly FilterTerm[],
  severity: SeverityFilter,
): boolean {
  if (!terms.some(asksEvents) && holdsForRequest(entry, terms, severity)) return true;
  if (severity === 'all' || !hasSeverity(entry.own, severity)) return false;
  let events: Positions = 'all';
  for (const term of terms) events = keep(entry, events, term);
  return events.length > 0;
}

function withSeverity(entry: SearchableEntry, severity: SeverityFilter): Positions {
  return severity === 'all' ? 'all' : select(entry, (event) => hasSeverity(toCounts(entry, event), severity));
}

/** The events that match the term. */
function keep(entry: SearchableEntry, events: Positions, term: FilterTerm): Positions {
  if (events.length === 0) return events;
  const found = find(entry, term);
  return term.negated ? subtract(events, found, entry.events.length) : intersect(events, found);
}

/** The events that have the value of the term; ignores whether it is negated. */
function find(entry: SearchableEntry, term: FilterTerm): Positions {
  const {field, value} = term;
  const exact = readExact(term);
  if (exact !== null) return select(entry, (event) => isExactly(field, exact, {entry, event}));
  switch (field) {
    case 'text':
      return entry.haystack.includes(value) ? 'all' : findEvents(entry.searched.text, value);
    case 'prop':
      return findProperty(entry, value);
    case 'name':
    case 'user':
    case 'group':
      return findInColumn(entry.searched[field], value);
    case 'plan':
    case 'rule':
      return entry.searched.planned ? findInColumn(entry.searched.planned[field], value) : noPositions;
    case 'after':
    case 'before':
      return isInTime(entry, field, value) ? 'all' : noPositions;
    default:
      return select(entry, (event) => holdsFor(term, entry, event));
  }
}

function isInTime({at}: SearchableEntry, field: 'after' | 'before', value: string): boolean {
  const time = readTime(value);
  return time !== null && (field === 'after' ? at >= time : at <= time);
}

/**
 * `plan` finds every event with that property, `plan=trial` those whose value starts with it. A name may contain an
 * equals sign too.
 */
function findProperty({events, searched}: SearchableEntry, value: string): Positions {
  let found = findEvents(searched.text, toNamedPart(value, ''));
  for (let at = value.indexOf('='); at >= 0; at = value.indexOf('=', at + 1)) {
    const text = toNamedPart(value.slice(0, at), value.slice(at + 1));
    found = unite(found, findEvents(searched.text, text), events.length);
  }
  return found;
}

function select({events}: SearchableEntry, holds: (event: EventSummary) => boolean): Positions {
  return toPositions(events.length, (position) => {
    const event = events[position];
    return event !== undefined && holds(event);
  });
}

function holdsForRequest(
  entry: SearchableEntry,
  terms: readonly FilterTerm[],
  severity: SeverityFilter,
): boolean {
  return (
    hasSeverity(toCounts(entry, null), severity) &&
    terms.every((term) => holdsFor(term, entry, null) !== term.negated)
  );
}

function hasOwnIssues({own}: SearchableEntry): boolean {
  return own.errors + own.warnings > 0;
}

const eventFields: ReadonlySet<string> = new Set([
  'name',
  'event',
  'type',
  'user',
  'group',
  'prop',
  'plan',
  'rule',
]);

/** Terms that only apply to events: the batch as a whole neither has a name nor lacks one. */
function asksEvents({field, negated}: FilterTerm): boolean {
  return eventFields.has(field) || (field === 'text' && negated);
}

/** A request with one event is one row, which shows the issues of both. */
function toCounts(entry: SearchableEntry, event: EventSummary | null): IssueCounts {
  if (entry.events.length === 1) return entry.total;
  return event ? event.issues : entry.own;
}

function hasSeverity(counts: IssueCounts, severity: SeverityFilter): boolean {
  if (severity === 'errors') return counts.errors > 0;
  if (severity === 'warnings') return counts.warnings > 0;
  return true;
}

/**
 * `event` is null for the request as a whole. Text, names and the like are looked up for all events together. Addresses
 * are found as they were recorded and as they are shown: a file may have `HOST:443` for a host.
 */
function holdsFor(term: FilterTerm, entry: SearchableEntry, event: EventSummary | null): boolean {
  const {field, value} = term;
  const exact = readExact(term);
  if (exact !== null) return isExactly(field, exact, {entry, event});
  switch (field) {
    case 'text':
      return entry.haystack.includes(value);
    case 'name':
      return includes(event?.name, value);
    case 'event':
      return toSearchable(event?.name ?? '') === value;
    case 'prop':
    case 'plan':
    case 'rule':
      return false;
    case 'type':
      return includes(event?.type, value);
    case 'user':
      return includes(event?.user, value);
    case 'group':
      return includes(event?.group, value);
    case 'url':
      return includes(entry.head.url, value) || includes(toPage(entry.head.url), value);
    case 'page':
      return includes(entry.head.origin.pageUrl, value) || includes(entry.page, value);
    case 'after':
    case 'before':
      return isInTime(entry, field, value);
    case 'status':
      return matchesStatus(entry, value);
    case 'code':
      return hasCode(entry, event, value);
    case 'is':
      return isKind(value, entry, toCounts(entry, event));
  }
}

/** An event without a value has the empty text. */
function isExactly(
  field: FilterTerm['field'],
  value: string,
  {entry, event}: {entry: SearchableEntry; event: EventSummary | null},
): boolean {
  switch (field) {
    case 'name':
    case 'type':
    case 'user':
    case 'group':
      return event !== null && (event[field] ?? '') === value;
    case 'url':
      return [entry.head.url, toPage(entry.head.url), toHost(entry.head.url)].includes(value);
    case 'page':
      return [entry.head.origin.pageUrl, entry.page].includes(value);
    default:
      return false;
  }
}

function includes(text: string | null | undefined, value: string): boolean {
  return text ? toSearchable(text).includes(value) : false;
}

function hasCode(entry: SearchableEntry, event: EventSummary | null, value: string): boolean {
  const codes = event ? event.codes : entry.ownCodes;
  if (codes.some((code) => code.includes(value))) return true;
  return entry.events.length === 1 && entry.ownCodes.some((code) => code.includes(value));
}

/** `400`, `4xx`, `pending`, `failed`, `unknown`. A request whose response was cut off has a status and also failed. */
function matchesStatus(entry: SearchableEntry, value: string): boolean {
  if (entry.state !== 'answered' && entry.state.startsWith(value)) return true;
  if (!entry.answer) return false;
  const status = String(entry.answer.status);
  return /^\dxx$/.test(value) ? status[0] === value[0] : status.startsWith(value);
}

function isKind(value: string, entry: SearchableEntry, counts: IssueCounts): boolean {
  switch (value) {
    case 'error':
    case 'errors':
      return counts.errors > 0;
    case 'warning':
    case 'warnings':
      return counts.warnings > 0;
    case 'ok':
      return entry.decoded && counts.errors === 0 && counts.warnings === 0;
    case 'replay':
      return entry.head.replay !== undefined;
    case 'pinned':
      return entry.head.pinned === true;
    case 'imported':
      return entry.imported !== null;
    case 'worker':
      return entry.worker;
    case 'unread':
      return !entry.decoded;
    case 'failed':
      return entry.state === 'failed' || (entry.answer?.status ?? 0) >= 400;
    default:
      return false;
  }
}
