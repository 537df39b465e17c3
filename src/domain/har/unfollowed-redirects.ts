import {isInternalRedirect} from '../capture/internal-redirect';
import {canParseUrl} from '../parse-url';
import {formatCount} from '../verdict/format-count';
import type {HarLogEntry} from './har-log';

/** How long after a redirect DevTools may list the request to its target. */
const MAX_DELAY_MS = 1_000;
/** The number of addresses that are remembered, and of redirects to each; a page may have any number. */
const MAX_ADDRESSES = 1_000;
const MAX_TO_ADDRESS = 50;

/** The fields of an entry that show whether it was sent. Fields with an underscore are Chromium's own. */
export interface LoggedEntry {
  /** Milliseconds. */
  time?: number | undefined;
  request: {url: string; headers: readonly {name: string}[]};
  response?:
    | {
        status: number;
        headers?: readonly {name: string}[] | undefined;
        redirectURL?: string | undefined;
        _error?: string | null | undefined;
      }
    | undefined;
  /** In milliseconds; -1 if it does not apply. */
  timings?: {_blocked_queueing?: number | undefined} | undefined;
}

/**
 * Recognises the entries of Chromium's DevTools for which nothing was sent to their address: a redirect that is not
 * followed (`redirect: 'manual'`) adds one that looks like a cancelled request, and one that the browser makes itself,
 * such as the upgrade to HTTPS (HSTS), one with a response. Must be called for each entry, a redirect before its target.
 */
export function createRedirectWatch(): (entry: LoggedEntry, startedAt: number | null) => boolean {
  /** Times of responses that redirected to that address, the latest last. */
  const redirects = new Map<string, number[]>();

  function takeRedirect(to: string, startedAt: number): boolean {
    const times = redirects.get(to) ?? [];
    const index = times.findIndex((at) => Math.abs(startedAt - at) < MAX_DELAY_MS);
    // Each leads to one request.
    if (index >= 0) times.splice(index, 1);
    if (times.length === 0) redirects.delete(to);
    return index >= 0;
  }

  function remember(to: string, at: number): void {
    const times = (redirects.get(to) ?? []).filter((other) => at - other < MAX_DELAY_MS);
    redirects.delete(to);
    redirects.set(to, [...times.slice(1 - MAX_TO_ADDRESS), at]);
    const [oldest] = redirects.keys();
    if (redirects.size > MAX_ADDRESSES && oldest !== undefined) redirects.delete(oldest);
  }

  return (entry, startedAt) => {
    if (isInternalRedirect(entry.response?.headers)) return true;
    if (startedAt === null) return false;
    const isLedTo = takeRedirect(entry.request.url, startedAt);
    const to = findTarget(entry);
    if (to !== null) remember(to, startedAt + Math.max(0, entry.time ?? 0));
    return isLedTo && wasNotSent(entry);
  };
}

/** The same for a complete log, with entries in any order. */
export function findUnfollowed(entries: readonly HarLogEntry[]): ReadonlySet<HarLogEntry> {
  if (!entries.some((entry) => wasNotSent(entry) || isInternalRedirect(entry.response?.headers)))
    return new Set();
  const isUnfollowed = createRedirectWatch();
  const ordered = entries.map((entry) => ({entry, rank: toRank(entry)}));
  ordered.sort((a, b) => toStart(a.entry) - toStart(b.entry) || a.rank - b.rank);
  const found = ordered.filter(({entry}) => isUnfollowed(entry, entry.startedDateTime));
  return new Set(found.map(({entry}) => entry));
}

/** The number and reason of those left out, as part of a sentence. */
export function describeUnfollowed(count: number): string[] {
  return count > 0
    ? [
        `${formatCount(count)} skipped: not sent, because the browser redirected it or did not follow a redirect`,
      ]
    : [];
}

/**
 * Order of entries with the same millisecond: a redirect first, then a request that was sent for it, then one that
 * was not.
 */
function toRank(entry: LoggedEntry): number {
  if (entry.response?.redirectURL) return 0;
  return wasNotSent(entry) ? 2 : 1;
}

function toStart({startedDateTime}: HarLogEntry): number {
  return startedDateTime ?? 0;
}

function findTarget({request, response}: LoggedEntry): string | null {
  const redirectURL = response?.redirectURL;
  if (!redirectURL || !canParseUrl(redirectURL, request.url)) return null;
  const to = new URL(redirectURL, request.url);
  to.hash = '';
  return to.href;
}

function wasNotSent(entry: LoggedEntry): boolean {
  return entry.response?._error === 'net::ERR_ABORTED' && failedBeforeNetwork(entry);
}

/**
 * Whether an entry of Chromium has no response, was not queued, and has none of the headers that every request has on the
 * wire. The size of its headers is not used: DevTools only knows it for requests with a response. Logs without times or
 * headers prove nothing.
 */
export function failedBeforeNetwork({request: {headers}, response, timings}: LoggedEntry): boolean {
  if (response?.status !== 0) return false;
  const wasQueued = (timings?._blocked_queueing ?? 0) >= 0;
  return !wasQueued && headers.length > 0 && !headers.some(({name}) => /^(?:host|:authority)$/i.test(name));
}
