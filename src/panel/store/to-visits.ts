import type {LogEntry} from './log-entry';

/** What was sent while the tab showed one page, between two navigations. */
export interface Visit {
  /** Stable while it grows: the id of its first request. */
  id: string;
  /** null: nobody said which page. */
  url: string | null;
  /** When its first request was sent, in milliseconds since the epoch. */
  at: number;
  entries: LogEntry[];
}

/**
 * Groups requests, in the order they were sent, into visits. A request without a page (of a worker, an import) stays
 * with the page that was shown when it was sent. `navigations` are times at which the tab loaded a document, so that
 * a reload begins a visit too.
 */
export function toVisits(entries: readonly LogEntry[], navigations: readonly number[]): Visit[] {
  const visits: Visit[] = [];
  let current: Visit | null = null;
  let passed = 0;
  for (const entry of entries) {
    const before = passed;
    while (passed < navigations.length && entry.at >= (navigations[passed] ?? 0)) passed++;
    if (current && passed === before && isSamePage(current.url, entry.page)) {
      current.url ??= entry.page;
      current.entries.push(entry);
    } else {
      current = {id: entry.id, url: entry.page, at: entry.at, entries: [entry]};
      visits.push(current);
    }
  }
  return visits;
}

function isSamePage(shown: string | null, page: string | null): boolean {
  return shown === null || page === null || shown === page;
}
