import {REPORTED_BY_PAGE_NOTE} from '../body-notes';
import type {CaptureRecord} from '../capture-record';
import type {
  Answer,
  CapturedBody,
  CapturedRequest,
  Observer,
  Outcome,
  RequestOrigin,
} from '../captured-request';
import {toFailureInDevTools, withStatus} from '../failure';
import type {HarObservation, HookObservation} from '../observation';
import {isKnownByEndOnly} from './late-phase';
import {mergeAnswerBodies, mergeBodies} from './merge-bodies';
import {isToldByPageSide} from './page-side';

/** Fills in missing data of webRequest from DevTools: missing bodies, the text of the response, headers, the tab. */
export function mergeHar(record: CaptureRecord, har: HarObservation): CapturedRequest {
  const {request} = record;
  return {
    ...request,
    startedAt: isKnownByEndOnly(request) ? har.startedAt : request.startedAt,
    origin: fillTab(request.origin, har),
    headers: request.headers.state === 'unknown' ? har.headers : request.headers,
    body: request.replay ? request.body : mergeBodies(request.body, har.body),
    outcome: mergeHarOutcome(record, har),
    seenBy: withObserver(request.seenBy, 'har'),
  };
}

function mergeHarOutcome(record: CaptureRecord, har: HarObservation): Outcome {
  const {outcome, origin} = record.request;
  const told = toHarOutcome(har, origin.type);
  const isPages = har.viaServiceWorker;
  switch (outcome.state) {
    case 'answered':
      if (!isPages && isToldByPageSide(record)) return withPagesText(told, outcome);
      return har.answer === null || (isPages && har.answer.status !== outcome.status)
        ? outcome
        : {
            ...outcome,
            headers: outcome.headers.state === 'unknown' ? har.answer.headers : outcome.headers,
            body: record.views.includes('har-page')
              ? mergeAnswerBodies(har.answer.body, outcome.body)
              : mergeAnswerBodies(outcome.body, har.answer.body),
          };
    case 'pending':
      return told;
    case 'unknown':
      // Only a response is new information: DevTools may not have captured it either.
      return har.answer && !isPages ? told : outcome;
    case 'failed':
      return isPages ? outcome : withStatus(outcome, told);
    case 'queued':
      return outcome;
  }
}

/** The response to the service worker; its text may be known from the page's side only. */
function withPagesText(told: Outcome, pages: Answer): Outcome {
  if (told.state !== 'answered' || told.status !== pages.status) return told;
  return {...told, body: mergeAnswerBodies(told.body, pages.body)};
}

function toHarOutcome(har: HarObservation, type: string | null): Outcome {
  const {answer, error, endedAt} = har;
  const answered: Outcome = answer ? {state: 'answered', ...answer, endedAt} : {state: 'pending'};
  if (error === null) return answered;
  return withStatus(toFailureInDevTools({error, endedAt, type: har.type ?? type}), answered);
}

/** The browser may have refused it at once, for example for a header or its size, without telling any observer. */
const ONLY_REPORTED = 'Only the page hook reported it. It may not have been sent.';

/**
 * Adds what the page reports of its own request, marked as such. It never replaces the browser's data, since a page
 * could report anything.
 */
export function mergeHook(request: CapturedRequest, hook: HookObservation): CapturedRequest {
  const isNew = request.seenBy.length === 0;
  return {
    ...request,
    origin: fillTab(request.origin, hook),
    body: request.replay ? request.body : mergeBodies(request.body, markAsReported(hook.body)),
    outcome:
      hook.blocked !== null
        ? {state: 'failed', error: hook.blocked, endedAt: hook.at}
        : isNew
          ? {state: 'unknown', reason: ONLY_REPORTED}
          : request.outcome,
    seenBy: withObserver(request.seenBy, 'page-hook'),
  };
}

/** A body reported by the page: its bytes are marked as such; other kinds cannot be mistaken. */
export function markAsReported(body: CapturedBody): CapturedBody {
  return body.kind === 'bytes' ? {...body, note: REPORTED_BY_PAGE_NOTE} : body;
}

function fillTab(origin: RequestOrigin, view: {tabId: number; pageUrl: string | null}): RequestOrigin {
  return {...origin, tabId: origin.tabId ?? view.tabId, pageUrl: origin.pageUrl ?? view.pageUrl};
}

function withObserver(seenBy: readonly Observer[], observer: Observer): readonly Observer[] {
  return seenBy.includes(observer) ? seenBy : [...seenBy, observer];
}
