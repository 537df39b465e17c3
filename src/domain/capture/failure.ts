import type {Outcome} from './captured-request';

/** What is known of a request that ended without an answer. */
export interface Failure {
  /** In the browser's words. */
  error: string;
  endedAt: number | null;
  /** Its type, as webRequest or DevTools call it. */
  type: string | null;
  /** The page that sent it was being left, or gone. */
  pageLeft?: boolean | undefined;
}

/**
 * A beacon cannot be aborted by its page: it was left, and the browser did not wait for the answer. Of a fetch (with
 * `keepalive` or without) the browser reports the same, be it the page that gave up or the page that was left.
 */
export function toFailure({error, endedAt, type, pageLeft}: Failure): Outcome {
  const isBeacon = type === 'ping' || type === 'beacon';
  return (isBeacon || pageLeft === true) && /ABORT/.test(error)
    ? {state: 'unknown', reason: 'Sent, but the page was unloaded before a response was captured.'}
    : {state: 'failed', error, endedAt};
}
