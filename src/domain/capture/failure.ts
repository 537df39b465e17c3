import type {Outcome} from './captured-request';

/** Data of a request that ended without a response. */
export interface Failure {
  /** The browser's own message. */
  error: string;
  endedAt: number | null;
  /** Its type in webRequest or DevTools. */
  type: string | null;
  /** The page that sent it was being left, or gone; null: the browser does not say. */
  pageLeft?: boolean | null | undefined;
}

/** Used instead of the browser's error if DevTools shows neither a response nor a reason. */
export const NO_RESPONSE = 'DevTools shows no response.';

/**
 * Used if DevTools shows that the request never reached the network, as Firefox does for requests forbidden by a
 * page's CSP.
 */
export const NOT_SENT = 'It was blocked or cancelled before it was sent.';

/** Used if webRequest shows that the browser sent it to another address instead, and nothing to this one. */
export const REDIRECTED_UNSENT = 'The browser or an extension redirected it before it was sent.';

/**
 * A beacon cannot be aborted by its page, so the page was left, and the browser did not wait for the response. For a
 * fetch (with or without `keepalive`) the browser reports the same whether the page aborted it or was left.
 */
export function toFailure({error, endedAt, type, pageLeft = false}: Failure): Outcome {
  const isBeacon = type === 'ping' || type === 'beacon';
  if (!isAbort(error) || (!isBeacon && pageLeft === false)) return {state: 'failed', error, endedAt};
  if (isBeacon) return {state: 'unknown', reason: BEACON_LEFT, endedAt};
  return {state: 'unknown', reason: pageLeft === null ? toCancelled(error) : FETCH_LEFT, endedAt};
}

/**
 * The failure, with the status if a response is `known` to have begun. If the page was left, or the response is a
 * redirect (then the next request failed), the known outcome says more.
 */
export function withStatus(failure: Outcome, known: Outcome): Outcome {
  const status = 'status' in known && known.status;
  if (!status) return failure;
  return failure.state === 'failed' && !isRedirect(status) ? {...failure, status} : known;
}

export function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

const BEACON_LEFT = 'Sent, but the page was unloaded before a response was captured.';
/** It may have been waiting for a connection: a browser opens six per host, and drops waiting requests with their page. */
const FETCH_LEFT =
  'The page was unloaded before a response was captured. The server may have received the request.';

/**
 * The same based on DevTools' log alone, live or recorded. The log does not distinguish an aborted request from one
 * whose page or frame is gone, and Firefox does not give a reason, so a request is not called failed until webRequest
 * says so.
 */
export function toFailureInDevTools(failure: Failure): Outcome {
  const {error, endedAt} = failure;
  // The page may have been left, in which case the request did not fail.
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
