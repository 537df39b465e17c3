import type {HarEntry} from './har-entry';

/** How long after the answer that redirects DevTools list the request that it leads to. */
const MAX_DELAY_MS = 1_000;
/** Redirects that are remembered; a page may have any number. */
const MAX_KEPT = 50;

interface Redirect {
  to: string;
  at: number;
}

/**
 * Knows the entries that Chromium's DevTools list for a redirect that is not followed (`redirect: 'manual'`): they look
 * like a request that its page cancelled, but nothing was sent to that address. To be asked about each entry, in order.
 */
export function createRedirectWatch(): (entry: HarEntry) => boolean {
  let redirects: Redirect[] = [];
  return (entry) => {
    const at = Date.parse(entry.startedDateTime);
    const leading = redirects.find(
      (one) => one.to === entry.request.url && Math.abs(at - one.at) < MAX_DELAY_MS,
    );
    redirects = redirects.filter((one) => one !== leading);
    const next = toRedirect(entry, at);
    if (next !== null) redirects = [...redirects.slice(1 - MAX_KEPT), next];
    return leading !== undefined && wasNotSent(entry);
  };
}

function toRedirect({request, response, time}: HarEntry, startedAt: number): Redirect | null {
  const {redirectURL} = response;
  if (!redirectURL || !URL.canParse(redirectURL, request.url)) return null;
  const to = new URL(redirectURL, request.url);
  to.hash = '';
  return {to: to.href, at: startedAt + Math.max(0, time ?? 0)};
}

/**
 * It was neither queued nor given the headers that every request has on the wire. The size of its headers says nothing:
 * DevTools know it of answered requests only.
 */
function wasNotSent({request, response, timings}: HarEntry): boolean {
  if (response.status !== 0 || response._error !== 'net::ERR_ABORTED') return false;
  const wasQueued = (timings?._blocked_queueing ?? -1) >= 0;
  return !wasQueued && !request.headers.some(({name}) => /^(?:host|:authority)$/i.test(name));
}
