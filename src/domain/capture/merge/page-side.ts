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

/**
 * Whether the page had its answer before the record's or DevTools' request began (Chromium): then the worker did not
 * send it for that page's request.
 * @param tolerance in milliseconds
 */
export function isOfLaterRequest(record: CaptureRecord, har: HarObservation, tolerance: number): boolean {
  const {startedAt, outcome, seenBy} = record.request;
  if (har.viaServiceWorker) return isLater(startedAt, har.endedAt, tolerance);
  const isPageSideOnly = isToldByPageSide(record) && !seenBy.includes('web-request');
  return isPageSideOnly && isLater(har.startedAt, toEnd(outcome), tolerance);
}

function isLater(start: number | null, end: number | null, tolerance: number): boolean {
  return start !== null && end !== null && start > end + tolerance;
}
