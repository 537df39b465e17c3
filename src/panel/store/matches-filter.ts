import {findEvents, type Positions} from './haystack';
import type {EventSummary, IssueCounts, LogEntry} from './log-entry';
import type {FilterTerm} from './parse-filter';

/** Which rows of an entry pass a filter: its own, and those of its events (by index). */
export interface EntryMatch {
  request: boolean;
  events: Positions;
}

export type SeverityFilter = 'all' | 'errors' | 'warnings';

export const everything: EntryMatch = {request: true, events: 'all'};
const none: readonly number[] = [];

/**
 * Words about an event are looked up in each event, words about the request hold for all its events alike. A batch
 * whose own issues match stands there even if none of its events does.
 */
export function matchEntry(
  entry: LogEntry,
  terms: readonly FilterTerm[],
  severity: SeverityFilter,
): EntryMatch | null {
  if (entry.events.length === 0) return holdsForRequest(entry, terms, severity) ? everything : null;
  let events: Positions =
    severity === 'all'
      ? 'all'
      : select(entry, 'all', (event) => hasSeverity(toCounts(entry, event), severity));
  for (const term of terms) events = keep(entry, events, term);
  if (events === 'all') return everything;
  const request = hasOwnIssues(entry) && !terms.some(asksEvents) && holdsForRequest(entry, terms, severity);
  return request || events.length > 0 ? {request, events} : null;
}

/** Those of the events for which the word holds. */
function keep(entry: LogEntry, events: Positions, term: FilterTerm): Positions {
  if (events.length === 0) return events;
  if (term.field !== 'text') {
    return select(entry, events, (event) => holdsFor(term, entry, event) !== term.negated);
  }
  const found = entry.haystack.includes(term.value) ? 'all' : findEvents(entry.eventText, term.value);
  if (!term.negated) return found === 'all' ? events : events === 'all' ? found : intersect(events, found);
  if (found === 'all') return none;
  if (found.length === 0) return events;
  const hits = new Set(found);
  return select(entry, events, ({index}) => !hits.has(index));
}

function select(entry: LogEntry, from: Positions, holds: (event: EventSummary) => boolean): Positions {
  if (from !== 'all') return from.filter((position) => isKept(entry.events[position], holds));
  const kept: number[] = [];
  for (const event of entry.events) if (holds(event)) kept.push(event.index);
  return kept.length === entry.events.length ? 'all' : kept;
}

function isKept(event: EventSummary | undefined, holds: (event: EventSummary) => boolean): boolean {
  return event !== undefined && holds(event);
}

function intersect(left: readonly number[], right: readonly number[]): readonly number[] {
  const also = new Set(right);
  return left.filter((position) => also.has(position));
}

function holdsForRequest(entry: LogEntry, terms: readonly FilterTerm[], severity: SeverityFilter): boolean {
  return (
    hasSeverity(toCounts(entry, null), severity) &&
    terms.every((term) => holdsFor(term, entry, null) !== term.negated)
  );
}

function hasOwnIssues({own}: LogEntry): boolean {
  return own.errors + own.warnings > 0;
}

/** Words that only events can answer: the batch as a whole neither has a name nor lacks one. */
function asksEvents({field, negated}: FilterTerm): boolean {
  return field === 'name' || field === 'user' || field === 'group' || (field === 'text' && negated);
}

/** A request with one event is one row, and answers for both. */
function toCounts(entry: LogEntry, event: EventSummary | null): IssueCounts {
  if (entry.events.length === 1) return entry.total;
  return event ? event.issues : entry.own;
}

function hasSeverity(counts: IssueCounts, severity: SeverityFilter): boolean {
  if (severity === 'errors') return counts.errors > 0;
  if (severity === 'warnings') return counts.warnings > 0;
  return true;
}

/** `event` is null where the request as a whole is asked. Text of events is searched for all of them at once. */
function holdsFor(term: FilterTerm, entry: LogEntry, event: EventSummary | null): boolean {
  const {value} = term;
  switch (term.field) {
    case 'text':
      return entry.haystack.includes(value);
    case 'name':
      return includes(event?.name, value);
    case 'user':
      return includes(event?.user, value);
    case 'group':
      return includes(event?.group, value);
    case 'url':
      return includes(entry.head.url, value);
    case 'page':
      return includes(entry.head.origin.pageUrl, value);
    case 'status':
      return matchesStatus(entry, value);
    case 'code':
      return hasCode(entry, event, value);
    case 'is':
      return isKind(value, entry, toCounts(entry, event));
  }
}

function includes(text: string | null | undefined, value: string): boolean {
  return text?.toLowerCase().includes(value) ?? false;
}

function hasCode(entry: LogEntry, event: EventSummary | null, value: string): boolean {
  const codes = event ? event.codes : entry.ownCodes;
  if (codes.some((code) => code.includes(value))) return true;
  return entry.events.length === 1 && entry.ownCodes.some((code) => code.includes(value));
}

/** `400`, `4xx`, `pending`, `failed`. */
function matchesStatus(entry: LogEntry, value: string): boolean {
  if (!entry.answer) return entry.state.startsWith(value);
  const status = String(entry.answer.status);
  return /^\dxx$/.test(value) ? status[0] === value[0] : status.startsWith(value);
}

function isKind(value: string, entry: LogEntry, counts: IssueCounts): boolean {
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
