import type {SortId} from '../../../domain/list-columns';
import type {Settings} from '../../../domain/settings';
import {toEventLabel} from '../../../domain/verdict/event-label';
import type {EventSummary, LogEntry} from '../log/log-entry';
import {toHost} from '../log/to-host';

export interface Sort {
  by: SortId;
  descending: boolean;
}

/** The chosen order; none while its column is not chosen, since nothing would show by what the list is sorted. */
export function toShownSort({sort, columns}: Pick<Settings['panel'], 'sort' | 'columns'>): Sort | null {
  return sort === null || sort.by === 'event' || columns.includes(sort.by) ? sort : null;
}

/** Null: it has no such value, and comes last in both directions. */
type SortKey = string | number | null;

const keys: Readonly<Record<SortId, (entry: LogEntry, only: EventSummary | undefined) => SortKey>> = {
  event: ({events}, only) => (only ? toEventLabel(only) : events.length > 1 ? events.length : null),
  type: (_, only) => only?.type ?? null,
  user: (_, only) => only?.user ?? null,
  group: (_, only) => only?.group ?? null,
  host: ({head}) => toHost(head.url),
  page: ({page}) => page,
  status: ({answer, state}) => answer?.status ?? state,
  size: ({size}) => size.bytes,
  time: ({at}) => at,
};

const byText = new Intl.Collator('en', {numeric: true}).compare;

/** The requests sorted by one of their columns; equal ones stay in the order of sending. */
export function sortEntries(entries: readonly LogEntry[], {by, descending}: Sort): LogEntry[] {
  const toKey = keys[by];
  const keyed = entries.map((entry) => ({
    entry,
    key: toKey(entry, entry.events.length === 1 ? entry.events[0] : undefined),
  }));
  const sign = descending ? -1 : 1;
  keyed.sort((one, other) => compareKeys(one.key, other.key, sign));
  return keyed.map(({entry}) => entry);
}

function compareKeys(one: SortKey, other: SortKey, sign: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
  if (typeof one === 'string' && typeof other === 'string') return sign * byText(one, other);
  // Numbers before words: 200, 404, failed; names before "batch of 2", whose key is a number.
  return sign * (typeof one === 'number' ? -1 : 1);
}
