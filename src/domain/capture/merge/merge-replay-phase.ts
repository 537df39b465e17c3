import type {AnswerBody, CapturedHeaders, CapturedRequest, ReplayRecord} from '../captured-request';
import {isRedirect, withStatus} from '../failure';
import type {WebRequestObservation} from '../observation';

/**
 * Adds what webRequest reports of our own replay. The sender of the replay writes the response, including the body;
 * webRequest adds what a fetch cannot know: the headers really sent, the address of a redirect that was not followed,
 * the browser's error code.
 */
export function mergeReplayPhase(
  request: CapturedRequest,
  replay: ReplayRecord,
  phase: WebRequestObservation,
): CapturedRequest {
  switch (phase.phase) {
    case 'before-request':
      return request;
    case 'headers-sent':
      return {...request, headers: withPlanned(phase.headers, request.headers, replay)};
    case 'redirected':
      return replay.followRedirects ? request : answeredBy(request, phase);
    case 'completed':
      return isUntold(request) || isLeftRedirect(replay, phase.status) ? answeredBy(request, phase) : request;
    case 'failed':
      return isTelling(phase.error) && isOpenOrFailed(request)
        ? {
            ...request,
            outcome: withStatus({state: 'failed', error: phase.error, endedAt: phase.at}, request.outcome),
          }
        : request;
  }
}

/** The response as webRequest reports it. Its body comes from another observer. */
export function answeredBy(
  request: CapturedRequest,
  {status, statusText, headers, at}: Extract<WebRequestObservation, {phase: 'redirected' | 'completed'}>,
  body: AnswerBody = {kind: 'missing', reason: 'not-observed'},
): CapturedRequest {
  return {...request, outcome: {state: 'answered', status, statusText, headers, body, endedAt: at}};
}

/**
 * A session rule sets these headers (see `toFetchParts`) after our own webRequest listener has run (Chromium), so the
 * planned ones are those that were sent.
 */
function withPlanned(sent: CapturedHeaders, planned: CapturedHeaders, replay: ReplayRecord): CapturedHeaders {
  if (replay.way === 'page' || sent.state === 'unknown') return sent;
  const plannedList = planned.state === 'unknown' ? [] : planned.list;
  const kept = plannedList.filter(
    ({name, secret}) =>
      /^(?:origin|referer)$/i.test(name) || (replay.followRedirects && secret !== undefined),
  );
  const names = new Set(['origin', 'referer', ...kept.map(({name}) => name.toLowerCase())]);
  return {...sent, list: [...sent.list.filter(({name}) => !names.has(name.toLowerCase())), ...kept]};
}

/** The response is no longer awaited, or the fetch did not receive it. */
function isUntold({outcome}: CapturedRequest): boolean {
  return outcome.state === 'unknown' || (outcome.state === 'answered' && outcome.status === 0);
}

/** Firefox reports a redirect that is not followed as the end of the request, Chromium as a redirect. */
function isLeftRedirect({followRedirects}: ReplayRecord, status: number): boolean {
  return !followRedirects && isRedirect(status);
}

/** If we aborted it ourselves (timeout, cancel), the sender knows better. */
function isTelling(error: string): boolean {
  return !/ERR_ABORTED|NS_BINDING_ABORTED/.test(error);
}

function isOpenOrFailed({outcome}: CapturedRequest): boolean {
  return outcome.state === 'pending' || outcome.state === 'unknown' || outcome.state === 'failed';
}
