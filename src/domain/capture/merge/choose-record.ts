import {toOrigin} from '../../parse-url';
import {toBodyHash} from '../body-hash';
import type {CaptureRecord, CaptureView} from '../capture-record';
import type {RequestOrigin} from '../captured-request';
import {isRedirect} from '../failure';
import type {HarObservation, HookObservation, Observation, WebRequestObservation} from '../observation';
import {toRequestTarget, withoutFragment} from '../request-target';
import {isKnownByEndOnly, toEnd, toLateTime} from './late-phase';
import {isOfOtherRequest, isToldByPageSide} from './page-side';

/** Observers of the same request never differ by more than this about its start (milliseconds). */
export const JOIN_WINDOW = 2_000;

/** In milliseconds: a start is only searched for this long before an end, or before a service worker's own request. */
export const LONGEST_LOOK_BACK = 60_000;

/**
 * The record that an observation belongs to, null for a new request. The candidates may be any records: a webRequest
 * phase is matched by the browser's ID, everything else by address, time, body and which views are not joined yet, so
 * that with fifty identical requests in flight each view finds its own.
 */
export function chooseRecord(
  candidates: readonly CaptureRecord[],
  observation: Observation,
): CaptureRecord | null {
  switch (observation.source) {
    case 'web-request':
      return (
        chooseReplay(candidates, observation) ??
        chooseByRequestId(candidates, observation) ??
        chooseUnseen(candidates, observation)
      );
    case 'har':
      return nearest(candidates, (record) => distanceToHar(record, observation));
    case 'page-hook':
      return nearest(candidates, (record) => distanceToHook(record, observation));
  }
}

/**
 * Whether DevTools' record may belong to several requests, and webRequest has not reported all of their ends: by these
 * it can be decided.
 */
export function isUndecided(candidates: readonly CaptureRecord[], har: HarObservation): boolean {
  const possible = candidates.flatMap((record) => {
    const found = distanceToHar(record, har);
    return found ? [{record, isGuess: found.isGuess}] : [];
  });
  const isExact = possible.some(({isGuess}) => !isGuess);
  const closest = possible.filter(({isGuess}) => isGuess !== isExact);
  const isOpen = ({requestIds, request}: CaptureRecord) =>
    requestIds.length > 0 && toEnd(request.outcome) === null;
  return closest.length > 1 && closest.some(({record}) => isOpen(record));
}

/** How a HAR entry or hook report is joined: which of the record's views it is. */
export function toView(observation: HarObservation | HookObservation): CaptureView {
  if (observation.source === 'page-hook') return 'page-hook';
  return observation.viaServiceWorker ? 'har-page' : 'har';
}

/**
 * The replay that a marker names. A marker sent by a page only counts for one request, and only while its replay
 * through the page is pending (an event may arrive slightly after the response), since any page could write one.
 */
function chooseReplay(
  candidates: readonly CaptureRecord[],
  {mark, requestId, at}: WebRequestObservation,
): CaptureRecord | null {
  if (!mark) return null;
  const marked = candidates.find(({request}) => request.replay?.marker === mark.marker);
  const replay = marked?.request.replay;
  if (!marked || !replay?.claimed) return null;
  if (mark.own || marked.requestIds.includes(requestId)) return marked;
  const {startedAt, outcome} = marked.request;
  const endedAt = toEnd(outcome);
  const isOutstanding =
    at >= (startedAt ?? 0) - JOIN_WINDOW &&
    (endedAt === null || at <= endedAt) &&
    marked.requestIds.length === 0;
  return replay.way === 'page' && isOutstanding ? marked : null;
}

function chooseByRequestId(
  candidates: readonly CaptureRecord[],
  observation: WebRequestObservation,
): CaptureRecord | null {
  const own = candidates.filter(
    (record) =>
      record.requestIds.includes(observation.requestId) &&
      (record.request.replay !== undefined ||
        isSameUrl(record, observation) ||
        // Without a redirect it has the same address, but a credential in it may be hidden in two ways.
        (observation.phase !== 'before-request' && !isRedirected(record))),
  );
  const newest = own.reduce<CaptureRecord | null>(
    (best, record) => (best === null || startOf(record) >= startOf(best) ? record : best),
    null,
  );
  if (newest === null || observation.phase !== 'before-request' || newest.request.replay) return newest;
  // A redirect to the same address is a separate hop. Firefox reports a request behind a service worker twice.
  return isRedirected(newest) ? null : newest;
}

function isRedirected({request: {outcome}}: CaptureRecord): boolean {
  return outcome.state === 'answered' && isRedirect(outcome.status);
}

/** A request that DevTools, the page hook, or webRequest on the page's side of a service worker reported before. */
function chooseUnseen(
  candidates: readonly CaptureRecord[],
  observation: WebRequestObservation,
): CaptureRecord | null {
  if (observation.phase !== 'before-request') {
    return nearest(candidates, (record) => distanceToLatePhase(record, observation));
  }
  const hash = toBodyHash(observation.body);
  return nearest(candidates, (record) => {
    const {origin, at} = observation;
    const isOpen = isUnseen(record)
      ? isTabCompatible(record, origin.tabId) && isFrameCompatible(record, origin) && !isOver(record, at)
      : isTwin(record, observation);
    if (!isOpen || record.request.replay) return null;
    const found = distance(record, observation, toStarts(observation), hash);
    return found && {...found, time: Math.floor(found.time / AT_ONCE)};
  });
}

/**
 * In milliseconds: the page reports requests in their order, and each slightly before webRequest, so of those sent at
 * once the first one counts, not the nearest.
 */
const AT_ONCE = 50;

/** DevTools rounds times, in milliseconds. */
export const ROUNDED = 100;

/** Whether it had ended before a request began, as one that the page's policy blocked. */
function isOver({request: {outcome, seenBy}}: CaptureRecord, at: number): boolean {
  const end = toEnd(outcome);
  return end !== null && end + (seenBy.includes('har') ? ROUNDED : 0) < at;
}

/**
 * Whether webRequest had reported its end before a request began that another observer reports: that is an identical
 * one whose start the background missed, not this one.
 */
function isOverBefore({request}: CaptureRecord, at: number): boolean {
  if (isKnownByEndOnly(request) || !request.seenBy.includes('web-request')) return false;
  const end = toEnd(request.outcome);
  return end !== null && end + ROUNDED < at;
}

/** For a request whose start was lost when the background stopped: a later background receives its further phases. */
function distanceToLatePhase(record: CaptureRecord, phase: WebRequestObservation): Distance | null {
  if (!isUnseen(record) || record.request.replay || !isTabCompatible(record, phase.origin.tabId)) return null;
  if (toRequestTarget(record.request) !== toRequestTarget(phase)) return null;
  const time = toLateTime(record.request, phase, isToldByPageSide(record));
  return time === null || time > JOIN_WINDOW ? null : {isGuess: true, time, start: startOf(record)};
}

/** Whether webRequest has not reported the request yet, but still may. */
export function isUnseen({requestIds, request: {seenBy}}: CaptureRecord): boolean {
  return requestIds.length === 0 && !seenBy.includes('web-request') && !seenBy.includes('import');
}

/**
 * Firefox reports a request that a service worker passes on twice, with two IDs: the page's, whose headers and end
 * are only reported by DevTools, and the worker's without a tab. They are one request.
 */
function isTwin(
  {request, requestIds, lastPhaseSeen}: CaptureRecord,
  observation: WebRequestObservation,
): boolean {
  return (
    observation.origin.tabId === null &&
    request.origin.tabId !== null &&
    lastPhaseSeen === undefined &&
    // With two, the worker's side of this one is known: this is that of an identical one sent at once.
    requestIds.length === 1 &&
    request.outcome.state !== 'failed' &&
    request.seenBy.includes('web-request') &&
    toOrigin(request.origin.documentUrl ?? request.origin.initiator) ===
      toOrigin(observation.origin.documentUrl ?? observation.origin.initiator)
  );
}

/** In milliseconds: a request whose end is not known yet comes after one that ended when DevTools says so. */
const END_UNKNOWN = 25;

function distanceToHar(record: CaptureRecord, har: HarObservation): Distance | null {
  const {request} = record;
  if (record.views.includes(toView(har)) || request.replay?.way === 'extension') return null;
  if (!isTabCompatible(record, har.tabId)) return null;
  const {outcome} = request;
  const isOther = outcome.state === 'answered' && har.answer && outcome.status !== har.answer.status;
  if (isOther && !har.viaServiceWorker && !isToldByPageSide(record)) return null;
  const {isStartUnknown} = har;
  if (isOfOtherRequest(record, har, ROUNDED)) return null;
  if (!isStartUnknown && isOverBefore(record, har.startedAt)) return null;
  const starts = isKnownByEndOnly(request) ? startsAround(har.endedAt ?? har.startedAt) : toStarts(har);
  const found = distance(record, har, starts, toBodyHash(har.body));
  if (found === null || har.endedAt === null) return found;
  const endedAt = toEnd(outcome);
  const apart = endedAt === null ? END_UNKNOWN : Math.abs(endedAt - har.endedAt);
  return {...found, time: isStartUnknown ? Math.min(found.time, apart) : found.time + apart};
}

function distanceToHook(record: CaptureRecord, hook: HookObservation): Distance | null {
  const {views, request} = record;
  if (request.replay?.way === 'extension' || !isTabCompatible(record, hook.tabId)) return null;
  // What the page's policy blocked is reported again, without its bytes, if they are a Blob's; no other observer sees it.
  const isReported = views.includes('page-hook');
  if (isReported === (hook.blocked === null)) return null;
  const isOther = hook.body.kind === 'bytes' || !isUnseen(record) || request.outcome.state !== 'unknown';
  if (isReported && isOther) return null;
  if (!isFrameCompatible(record, hook) || isOverBefore(record, hook.at)) return null;
  const {body} = hook;
  return distance(
    record,
    hook,
    toStarts(hook),
    body.kind === 'bytes' ? toBodyHash({kind: 'bytes', bytes: body.bytes}) : null,
  );
}

/** Records whose bytes are known to be equal come before those with unknown bytes; then the closest in time. */
interface Distance {
  isGuess: boolean;
  time: number;
  /** Of those at the same distance the first one counts. */
  start: number;
}

function distance(
  record: CaptureRecord,
  observed: {method: string; url: string},
  {at, from, to}: Starts,
  hash: string | null,
): Distance | null {
  const start = startOf(record);
  if (start < from || start > to) return null;
  if (hash !== null && record.bodyHash !== null && hash !== record.bodyHash) return null;
  if (toRequestTarget(record.request) !== toRequestTarget(observed)) return null;
  return {isGuess: hash === null || record.bodyHash === null, time: Math.abs(start - at), start};
}

/** When the request of an observation may have started, all in milliseconds since the epoch. */
export interface Starts {
  /** The most likely time. */
  at: number;
  from: number;
  to: number;
}

/**
 * A service worker may send its own request long after the page's, and answer the page long after that. Chromium's
 * view of the page lasts for all that time, Firefox' begins with the answer.
 */
export function toStarts(observation: Observation): Starts {
  if (observation.source !== 'har') {
    const isWorkers = observation.source === 'web-request' && observation.origin.tabId === null;
    return startsAround(observation.at, isWorkers);
  }
  const {startedAt, endedAt, viaServiceWorker, isStartUnknown} = observation;
  const starts = startsAround(startedAt, isStartUnknown);
  return viaServiceWorker && endedAt !== null ? {...starts, to: endedAt + JOIN_WINDOW} : starts;
}

function startsAround(at: number, isLate = false): Starts {
  return {at, from: at - (isLate ? LONGEST_LOOK_BACK : JOIN_WINDOW), to: at + JOIN_WINDOW};
}

function nearest(
  candidates: readonly CaptureRecord[],
  measure: (record: CaptureRecord) => Distance | null,
): CaptureRecord | null {
  let best: {record: CaptureRecord; distance: Distance} | null = null;
  for (const record of candidates) {
    const found = measure(record);
    if (found && (best === null || isCloser(found, best.distance))) best = {record, distance: found};
  }
  return best?.record ?? null;
}

function isCloser(a: Distance, b: Distance): boolean {
  if (a.isGuess !== b.isGuess) return b.isGuess;
  return a.time === b.time ? a.start < b.start : a.time < b.time;
}

/** A request without a tab (a worker's) may be the one in a tab's DevTools. */
function isTabCompatible(record: CaptureRecord, tabId: number | null): boolean {
  const own = record.request.origin.tabId;
  return own === null || tabId === null || own === tabId;
}

/** The frame is only compared where both are of a tab, and the browser says which frame it is. */
function isFrameCompatible(
  {request: {origin}}: CaptureRecord,
  other: Pick<RequestOrigin, 'tabId' | 'frameId'>,
): boolean {
  const isKnown = [origin, other].every(({tabId, frameId}) => tabId !== null && frameId !== null);
  return !isKnown || origin.frameId === other.frameId;
}

function isSameUrl(record: CaptureRecord, observed: {url: string}): boolean {
  return withoutFragment(record.request.url) === withoutFragment(observed.url);
}

function startOf(record: CaptureRecord): number {
  return record.request.startedAt ?? Number.NEGATIVE_INFINITY;
}
