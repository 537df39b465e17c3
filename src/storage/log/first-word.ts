import type {CapturedRequest} from '../../domain/capture/captured-request';
import type {Observation} from '../../domain/capture/observation';
import {bytesOfBody} from './request-rows';

/** Larger bodies are not announced: a message clones them, and the reader finds them in the database soon after. */
const ANNOUNCED_BYTES = 65_536;

/** In milliseconds: of what a background hears later than this, DevTools may have told before. */
const FRESH = 100;
const REMEMBERED = 1_000;

export function isAnnounceable(request: CapturedRequest): boolean {
  return bytesOfBody(request.body) <= ANNOUNCED_BYTES;
}

/**
 * Makes the question whether an observation is most likely the first word on a request, so that its row need not wait
 * for the log. Others join records more often than not: a redirect's further hops, replays, and requests without a tab,
 * which may be a service worker's side of one.
 * @param now milliseconds since the epoch
 */
export function createFirstWord(now: () => number): (observation: Observation) => boolean {
  const requestIds = new Set<string>();
  return (observation) => {
    if (observation.source !== 'web-request' || observation.phase !== 'before-request') return false;
    const {requestId, mark, origin, at} = observation;
    if (requestIds.has(requestId)) return false;
    if (requestIds.size >= REMEMBERED) requestIds.clear();
    requestIds.add(requestId);
    return mark === undefined && origin.tabId !== null && now() - at < FRESH;
  };
}
