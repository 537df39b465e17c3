import {toBodyHash} from '../body-hash';
import type {CaptureRecord} from '../capture-record';
import type {AnswerBody, CapturedRequest, Outcome, RequestOrigin} from '../captured-request';
import {toFailure, withStatus} from '../failure';
import type {HarObservation, HookObservation, Observation, WebRequestObservation} from '../observation';
import {toView} from './choose-record';
import {mergeBodies} from './merge-bodies';
import {answeredBy, mergeReplayPhase} from './merge-replay-phase';
import {markAsReported, mergeHar, mergeHook} from './merge-views';
import {isToldByPageSide} from './page-side';
import {redirectUnsent} from './redirect-unsent';

/**
 * Adds an observation to what is known of a request; creates a record if there is none. webRequest is the source of
 * truth; DevTools and page hook fill in what is missing.
 * @param newId ID in case a new record is created
 */
export function mergeObservation(
  record: CaptureRecord | null,
  observation: Observation,
  newId: string,
): CaptureRecord {
  const before = record ?? createRecord(observation, newId);
  if (observation.source === 'page-hook')
    return join(before, observation, mergeHook(before.request, observation));
  const shown = asShown(before);
  return observation.source === 'har'
    ? join(shown, observation, mergeHar(shown, observation))
    : mergePhase(withoutOthers(shown, observation), observation);
}

/** The browser shows a request that only its page had reported: it is pending. */
function asShown(record: CaptureRecord): CaptureRecord {
  const {request} = record;
  const {seenBy, outcome} = request;
  if (outcome.state !== 'unknown' || seenBy.some((one) => one !== 'page-hook')) return record;
  return {...record, request: {...request, outcome: {state: 'pending'}}};
}

/**
 * Without DevTools' record if it has another status than webRequest: of identical requests sent at once, it was that of
 * another. Of what a service worker answered its page, only the response is removed.
 */
function withoutOthers(record: CaptureRecord, phase: WebRequestObservation): CaptureRecord {
  const {request, views} = record;
  const {outcome, seenBy, replay} = request;
  if (replay || outcome.state !== 'answered') return record;
  const isPages = isToldByPageSide(record);
  const isOther = 'status' in phase && isAnswer(phase) && phase.status !== outcome.status;
  if (!isOther && !(isPages && phase.phase === 'failed')) return record;
  const pending: CapturedRequest = {...request, outcome: {state: 'pending'}};
  if (isPages) return {...record, request: pending};
  return {
    ...record,
    request: {...pending, seenBy: seenBy.filter((one) => one !== 'har')},
    views: views.filter((view) => view === 'page-hook'),
  };
}

function mergePhase(record: CaptureRecord, phase: WebRequestObservation): CaptureRecord {
  const request = record.request.replay
    ? mergeReplayPhase(record.request, record.request.replay, phase)
    : seen(mergeRequestPhase(withOrigin(record, phase), phase, record.lastPhaseSeen === 'answer'));
  return {
    ...record,
    request,
    requestIds: addOnce(record.requestIds, phase.requestId),
    bodyHash: request.body === record.request.body ? record.bodyHash : toBodyHash(request.body),
    ...toLastPhase(record, phase),
  };
}

function toLength({urlLength}: {urlLength?: number}): {urlLength?: number} {
  return urlLength === undefined ? {} : {urlLength};
}

/** The first known phase determines the origin of the request, even if it is not the start. */
function withOrigin({request, requestIds}: CaptureRecord, phase: WebRequestObservation): CapturedRequest {
  return requestIds.length > 0 ? request : {...request, origin: mergeOrigins(request.origin, phase.origin)};
}

function mergeRequestPhase(
  request: CapturedRequest,
  phase: WebRequestObservation,
  isAnswered: boolean,
): CapturedRequest {
  switch (phase.phase) {
    case 'before-request':
      return {
        ...request,
        startedAt: toStart(request, phase.at),
        method: phase.method,
        url: phase.url,
        ...toLength(phase),
        origin: mergeOrigins(request.origin, phase.origin),
        body: mergeBodies(request.body, phase.body),
      };
    case 'headers-sent':
      return {...request, headers: phase.headers};
    case 'redirected':
      if (!isAnswer(phase)) return redirectUnsent(request, phase);
      return answeredBy(request, phase, bodyOf(request.outcome));
    case 'completed':
      return answeredBy(request, phase, bodyOf(request.outcome));
    case 'failed':
      // After a response, this is only the end of the connection. A report of DevTools is not a response here: only
      // the status matters.
      return isAnswered
        ? request
        : {...request, outcome: withStatus(toFailed(request, phase), request.outcome)};
  }
}

function toFailed(
  {origin}: CapturedRequest,
  phase: Extract<WebRequestObservation, {phase: 'failed'}>,
): Outcome {
  return toFailure({...phase, endedAt: phase.at, type: origin.type});
}

function toLastPhase(
  {lastPhaseSeen}: CaptureRecord,
  phase: WebRequestObservation,
): Pick<CaptureRecord, 'lastPhaseSeen'> {
  if (isAnswer(phase)) return {lastPhaseSeen: 'answer'};
  return phase.phase === 'headers-sent' && lastPhaseSeen === undefined ? {lastPhaseSeen: 'headers'} : {};
}

/** For redirects with status 0 see `redirectUnsent`. */
function isAnswer(phase: WebRequestObservation): boolean {
  return phase.phase === 'completed' || (phase.phase === 'redirected' && phase.status !== 0);
}

/** Other observers may have rounded the start; of two webRequest phases the earlier one counts. */
function toStart({seenBy, startedAt}: CapturedRequest, at: number): number {
  return seenBy.includes('web-request') && startedAt !== null ? Math.min(startedAt, at) : at;
}

function bodyOf(outcome: Outcome): AnswerBody | undefined {
  return outcome.state === 'answered' ? outcome.body : undefined;
}

function join(
  record: CaptureRecord,
  observation: HarObservation | HookObservation,
  request: CapturedRequest,
): CaptureRecord {
  return {
    ...record,
    request,
    views: addOnce(record.views, toView(observation)),
    bodyHash: request.body === record.request.body ? record.bodyHash : toBodyHash(request.body),
  };
}

function createRecord(observation: Observation, id: string): CaptureRecord {
  const request: CapturedRequest = {
    id,
    url: observation.url,
    ...('urlLength' in observation && toLength(observation)),
    method: observation.method,
    headers: {state: 'unknown'},
    body: {kind: 'missing', reason: 'unknown'},
    startedAt: observation.source === 'har' ? observation.startedAt : observation.at,
    origin: toOrigin(observation),
    outcome: {state: 'pending'},
    seenBy: [],
  };
  if (observation.source === 'web-request' && observation.phase === 'before-request') {
    request.body = observation.body;
  } else if (observation.source === 'page-hook') {
    request.body = markAsReported(observation.body);
  } else if (observation.source === 'har') {
    request.body = observation.body;
  }
  return {request, requestIds: [], views: [], bodyHash: toBodyHash(request.body)};
}

function toOrigin(observation: Observation): RequestOrigin {
  if (observation.source === 'web-request') return observation.origin;
  return {
    tabId: observation.tabId,
    frameId: observation.source === 'page-hook' ? observation.frameId : null,
    initiator: null,
    documentUrl: null,
    pageUrl: observation.pageUrl,
    type: null,
  };
}

/** The origin that webRequest reports takes precedence; its missing fields keep their known values. */
function mergeOrigins(current: RequestOrigin, next: RequestOrigin): RequestOrigin {
  // The page's side of a service worker knows the tab and the frame, the worker's side does not.
  if (next.tabId === null && current.tabId !== null) return {...next, ...withoutNulls(current)};
  return {...current, ...withoutNulls(next)};
}

function withoutNulls(origin: RequestOrigin): RequestOrigin {
  return Object.fromEntries(
    Object.entries(origin).filter(([, value]) => value !== null),
  ) as unknown as RequestOrigin;
}

function seen(request: CapturedRequest): CapturedRequest {
  return {...request, seenBy: addOnce(request.seenBy, 'web-request')};
}

function addOnce<T>(list: readonly T[], entry: T): readonly T[] {
  return list.includes(entry) ? list : [...list, entry];
}
