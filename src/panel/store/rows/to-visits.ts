import {countSame} from '../log/count-same';
import type {LogEntry} from '../log/log-entry';

/** What was sent while the tab showed one page, between two navigations. Another object whenever it changed. */
export interface Visit {
  /** Stable while it grows: the id of its first request. */
  readonly id: string;
  /** null: nobody said which page. */
  readonly url: string | null;
  /** When its first request was sent, in milliseconds since the epoch. */
  readonly at: number;
  readonly entries: readonly LogEntry[];
}

/** How requests were grouped, so that the next grouping goes on where they differ. */
export interface Visits {
  readonly entries: readonly LogEntry[];
  readonly navigations: readonly number[];
  readonly visits: readonly Visit[];
}

type Growing = {-readonly [Key in keyof Visit]: Visit[Key]} & {entries: LogEntry[]};

export const noVisits: Visits = {entries: [], navigations: [], visits: []};

/**
 * Groups requests, in the order they were sent, into visits. A request without a page (of a worker, an import) stays
 * with the page that was shown when it was sent. `navigations` are times at which the tab loaded a document, so that
 * a reload begins a visit too. What `before` has in common at its beginning is taken from there.
 */
export function toVisits(
  entries: readonly LogEntry[],
  navigations: readonly number[],
  before: Visits = noVisits,
): Visits {
  const same = before.navigations === navigations ? countSame(before.entries, entries) : 0;
  const visits: Visit[] = takeFirst(before.visits, same);
  const last = visits.pop();
  let current: Growing | null = last ? {...last, entries: [...last.entries]} : null;
  const latest = same > 0 ? entries[same - 1] : undefined;
  let passed = latest ? countPassed(navigations, latest, 0) : 0;
  if (current) visits.push(current);
  for (let i = same; i < entries.length; i++) {
    const entry = entries[i];
    if (entry === undefined) break;
    const earlier = passed;
    if (passed < navigations.length) passed = countPassed(navigations, entry, passed);
    if (current && passed === earlier && isSamePage(current.url, entry.page)) {
      current.url ??= entry.page;
      current.entries.push(entry);
    } else {
      current = {id: entry.id, url: entry.page, at: entry.at, entries: [entry]};
      visits.push(current);
    }
  }
  return {entries, navigations, visits};
}

function countPassed(navigations: readonly number[], {at}: LogEntry, from: number): number {
  let passed = from;
  while (passed < navigations.length && at >= (navigations[passed] ?? 0)) passed++;
  return passed;
}

/** The visits as they were when they had so many requests. */
function takeFirst(visits: readonly Visit[], count: number): Visit[] {
  const taken: Visit[] = [];
  let left = count;
  for (const visit of visits) {
    if (left === 0) break;
    taken.push(visit.entries.length <= left ? visit : shorten(visit, left));
    left -= Math.min(left, visit.entries.length);
  }
  return taken;
}

function shorten(visit: Visit, length: number): Visit {
  const entries = visit.entries.slice(0, length);
  return {...visit, entries, url: entries.find(({page}) => page !== null)?.page ?? null};
}

function isSamePage(shown: string | null, page: string | null): boolean {
  return shown === null || page === null || shown === page;
}
