import type {HarLogEntry} from './har-log';
import {failedBeforeNetwork} from './unfollowed-redirects';

/** How long after the page's request the worker's own request may begin, if the end of the page's is not known. */
const MAX_DELAY_MS = 30_000;
/** In milliseconds: Chromium cuts the fraction of a start, and a worker takes longer than that. */
const CUT = 1;
/** Requests to one address that begin this close together are searched for a pair; this keeps the work linear. */
const MAX_LOOKED_AT = 50;

/**
 * Removes the page's view of requests that its service worker sent: recordings contain both, and only the worker's
 * were sent to the network. The worker's request gets the page, which it does not have itself.
 */
export function withoutServiceWorkerPairs(entries: readonly HarLogEntry[]): {
  entries: HarLogEntry[];
  pairs: number;
} {
  const viewOf = new Map<HarLogEntry, HarLogEntry>();
  const own = toOwnByTarget(entries);
  const views = entries.filter((entry) => entry._serviceWorkerRef === undefined);
  for (const view of views) {
    const start = toStart(view);
    const candidates = own.get(toTarget(view)) ?? [];
    const found = candidates
      .slice(findFirst(candidates, start))
      .slice(0, MAX_LOOKED_AT)
      .find((entry) => !viewOf.has(entry) && isPair(view, entry, start));
    if (found !== undefined) viewOf.set(found, view);
  }
  const seen = new Set(viewOf.values());
  const left = entries.filter((entry) => !seen.has(entry));
  return {entries: left.map((entry) => joinPage(entry, viewOf.get(entry))), pairs: seen.size};
}

/** Requests that may have been sent to the network, by method and address, in the order of time. */
function toOwnByTarget(entries: readonly HarLogEntry[]): Map<string, HarLogEntry[]> {
  const own = new Map<string, HarLogEntry[]>();
  for (const entry of entries) {
    if (isPageView(entry) || Number.isNaN(toStart(entry))) continue;
    const same = own.get(toTarget(entry)) ?? [];
    same.push(entry);
    own.set(toTarget(entry), same);
  }
  for (const same of own.values()) same.sort((a, b) => toStart(a) - toStart(b));
  return own;
}

function findFirst(sorted: readonly HarLogEntry[], start: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = sorted[middle];
    if (entry !== undefined && toStart(entry) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isPair(view: HarLogEntry, own: HarLogEntry, start: number): boolean {
  if (view === own) return false;
  // One of the two must mention a service worker: two equal requests alone are not a pair.
  const isView = isPageView(view);
  if (own._serviceWorkerRef === undefined && !isView) return false;
  const [text, other] = [view.request.postData?.text, own.request.postData?.text];
  if (text && other && text !== other) return false;
  const duration = view.time !== undefined && view.time > 0 ? view.time - (isView ? CUT : 0) : MAX_DELAY_MS;
  return toStart(own) - start <= duration;
}

/** Chromium does not say of a page's request that failed that its service worker handled it, which takes some time. */
function isPageView(entry: HarLogEntry): boolean {
  const {response, time = 0} = entry;
  return response?._fetchedViaServiceWorker === true || (time > CUT && failedBeforeNetwork(entry));
}

function joinPage(own: HarLogEntry, view: HarLogEntry | undefined): HarLogEntry {
  if (view === undefined) return own;
  return {
    ...own,
    pageref: own.pageref ?? view.pageref,
    _pageUrl: own._pageUrl ?? view._pageUrl,
    request: own.request.postData?.text ? own.request : {...own.request, postData: view.request.postData},
  };
}

function toStart({startedDateTime}: HarLogEntry): number {
  return startedDateTime ?? Number.NaN;
}

function toTarget({request}: HarLogEntry): string {
  return `${request.method} ${request.url}`;
}
