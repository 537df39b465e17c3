import type {EntryMatch} from '../filter/entry-match';
import type {LogEntry} from '../log/log-entry';
import type {Tree} from './to-tree';
import type {Visit} from './to-visits';

/** The number of matches of a filter, and the total. */
export interface ShownOf {
  readonly shown: number;
  readonly all: number;
}

export interface VisitCounts {
  readonly requests: ShownOf;
  readonly events: ShownOf;
}

interface CountInputs {
  /** null: filtered out. */
  match(entry: LogEntry): EntryMatch | null;
  filtering: boolean;
  /** The replays below each request, by the request's ID. */
  below: Tree['below'];
}

/** Counts everything below a visit's heading: its requests with the replays made from them, and their events. */
export function countVisit({entries, events}: Visit, {match, filtering, below}: CountInputs): VisitCounts {
  if (!filtering && below.size === 0) {
    return {requests: toWhole(entries.length), events: toWhole(events)};
  }
  const requests = {shown: 0, all: 0};
  const eventsOf = {shown: 0, all: 0};
  for (const entry of entries) {
    add(entry);
    if (below.size > 0) for (const nested of below.get(entry.id) ?? []) add(nested.entry);
  }
  return {requests, events: eventsOf};

  function add(entry: LogEntry): void {
    const passed = match(entry);
    requests.all += 1;
    eventsOf.all += entry.events.length;
    if (passed) {
      requests.shown += 1;
      eventsOf.shown += countPassed(entry, passed);
    }
  }
}

/** The number of a request's events that match a filter. */
function countPassed(entry: LogEntry, {events}: EntryMatch): number {
  return events === 'all' ? entry.events.length : events.length;
}

function toWhole(count: number): ShownOf {
  return {shown: count, all: count};
}
