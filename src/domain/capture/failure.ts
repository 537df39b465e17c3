import type {Outcome} from './captured-request';

/** What is known of a request that ended without an answer. */
export interface Failure {
  /** In the browser's words. */
  error: string;
  endedAt: number | null;
  /** Its type, as webRequest or DevTools call it. */
  type: string | null;
  /** The page that sent it was being left, or gone; null: the browser does not say. */
  pageLeft?: boolean | null | undefined;
}

/** Used instead of the browser's error where DevTools shows neither a response nor why there is none. */
export const NO_RESPONSE = 'DevTools shows no response.';

/** And where it shows that the request never came to the network, as Firefox does of what a page's CSP forbids. */
export const NOT_SENT = 'It was blocked or cancelled before it was sent.';

/**
 * A beacon cannot be aborted by its page: it was left, and the browser did not wait for the answer. Of a fetch (with
 * `keepalive` or without) the browser reports the same, be it the page that gave up or the page that was left.
 */
export function toFailure({error, endedAt, type, pageLeft = false}: Failure): Outcome {
  const isBeacon = type === 'ping' || type === 'beacon';
  if (!isAbort(error) || (!isBeacon && pageLeft === false)) return {state: 'failed', error, endedAt};
  if (isBeacon) return {state: 'unknown', reason: BEACON_LEFT, endedAt};
  return {state: 'unknown', reason: pageLeft === null ? toCancelled(error) : FETCH_LEFT, endedAt};
}

const BEACON_LEFT = 'Sent, but the page was unloaded before a response was captured.';
/** It may still have waited for a connection: a browser opens six to a host, and drops what waits with its page. */
const FETCH_LEFT =
  'The page was unloaded before a response was captured. The server may have received the request.';

/**
 * The same by the word of DevTools' log alone, live or recorded. It does not tell a request that the page gave up from
 * one whose page or frame is gone, and Firefox gives no reason at all: none is called failed before webRequest says so.
 */
export function toFailureInDevTools(failure: Failure): Outcome {
  const {error, endedAt} = failure;
  // The page may have been left: nothing of it failed then.
  if (error === NOT_SENT) return {state: 'unknown', reason: NOT_SENT, endedAt};
  const known = toFailure(failure);
  if (known.state === 'unknown' || (error !== NO_RESPONSE && !isAbort(error))) return known;
  const reason = error === NO_RESPONSE ? `${NO_RESPONSE} ${MAY_HAVE_COME}` : toCancelled(error);
  return {state: 'unknown', reason, endedAt};
}

const MAY_HAVE_COME = 'The server may have received it.';

function toCancelled(error: string): string {
  return `It was cancelled (${error}). ${MAY_HAVE_COME}`;
}

function isAbort(error: string): boolean {
  return /ABORT/.test(error);
}
