import type {CaptureRecord} from '../capture-record';
import type {HarObservation} from '../observation';
import {toEnd} from './late-phase';

// A page's service worker may pass a request on and answer the page otherwise than it was answered. The worker's own
// fetch is the request that went out, so its response counts; DevTools shows what the page received as well.

/** Whether the response of the record is only known from the page's side. */
export function isToldByPageSide({request, views, lastPhaseSeen}: CaptureRecord): boolean {
  if (request.outcome.state !== 'answered' || lastPhaseSeen === 'answer') return false;
  return views.includes('har-page') && !views.includes('har');
}

/** In milliseconds: DevTools cuts the fraction of a start. */
const CUT = 1;

/**
 * Whether one of the record's and DevTools' request began outside the time of the other, the page's view (Chromium):
 * then the worker did not send it for that page's request.
 * @param har is not a view that the record already has
 * @param tolerance in milliseconds, between the clocks of two observers
 */
export function isOfOtherRequest({request}: CaptureRecord, har: HarObservation, tolerance: number): boolean {
  const {startedAt, outcome, seenBy} = request;
  const isDevTools = seenBy.includes('har') && !seenBy.includes('web-request');
  const start = isDevTools && seenBy[0] === 'har' ? startedAt : null;
  if (har.viaServiceWorker)
    return isLater(har.startedAt, start, 0) || isLater(startedAt, har.endedAt, tolerance);
  return isDevTools && (isLater(start, har.startedAt, 0) || isLater(har.startedAt, toEnd(outcome), -CUT));
}

function isLater(start: number | null, end: number | null, tolerance: number): boolean {
  return start !== null && end !== null && start > end + tolerance;
}
