import type {CapturedHeaders, CapturedRequest, Outcome} from '../../domain/capture/captured-request';
import {withStatus} from '../../domain/capture/failure';
import {withMarker} from '../../domain/capture/replay-marker';
import type {FetchParts} from '../../domain/replay/to-fetch-parts';
import {toErrorMessage} from '../../domain/to-error-message';
import type {ReplayLog} from '../../storage/log/capture-log';
import type {SecretHider} from '../../storage/secrets/hide-secrets';
import type {FetchedAnswer, ReplayFetch} from './fetch-answer';
import type {SessionRules} from './session-rules';

/** The dependencies for sending a replay and writing its result. */
export interface SenderParts {
  log: Pick<ReplayLog, 'update' | 'outstandingReplays'>;
  hider: SecretHider;
  rules: SessionRules;
  fetchAnswer(request: ReplayFetch, signal: AbortSignal): Promise<FetchedAnswer>;
  /** Sends through a script in the page that the record came from. */
  fetchInPage(record: CapturedRequest, request: ReplayFetch, signal: AbortSignal): Promise<FetchedAnswer>;
  /** Resolves when webRequest reports requests to all addresses. */
  listenToAllUrls(): Promise<void>;
  /** Resolves when the log has received all that webRequest has observed so far. */
  settled(): Promise<void>;
  now(): number;
}

/** A replay that one sender has taken. */
export interface ClaimedReplay {
  record: CapturedRequest;
  replay: NonNullable<CapturedRequest['replay']>;
  fetchParts: FetchParts;
}

/** Sends a replay and writes its result into the log. `signal` ends the wait for a response. */
export async function sendClaimed(
  parts: SenderParts,
  claimed: ClaimedReplay,
  signal: AbortSignal,
): Promise<void> {
  const {id} = claimed.record;
  let isHandedOver = false;
  try {
    await parts.listenToAllUrls();
    const answer = await fetchAsChosen(parts, claimed, signal, () => {
      isHandedOver = true;
    });
    await finishReplay(parts, id, await toOutcome(answer, parts));
  } catch (error) {
    await finishReplay(parts, id, toFailedSend(error, isHandedOver, parts.now()));
  }
}

/**
 * Writes the result of a replay. Data that webRequest knows better (the address of a redirect, an error code) is kept.
 * It does not report the status of a failed request.
 */
export async function finishReplay(
  {log, settled}: Pick<SenderParts, 'log' | 'settled'>,
  id: string,
  outcome: Outcome,
): Promise<void> {
  await settled();
  await log.update(id, (request) => {
    const {state} = request.outcome;
    if (state === 'failed') return {...request, outcome: withStatus(request.outcome, outcome)};
    return state === 'pending' || state === 'queued' ? {...request, outcome} : null;
  });
}

/** Sends from the page or from the extension, as the user chose. */
function fetchAsChosen(
  parts: SenderParts,
  {record, replay, fetchParts}: ClaimedReplay,
  signal: AbortSignal,
  onHandedOver: () => void,
): Promise<FetchedAnswer> {
  const {marker, followRedirects} = replay;
  const request = {...fetchParts, url: withMarker(fetchParts.url, marker), followRedirects};
  if (replay.way === 'page') {
    onHandedOver();
    return parts.fetchInPage(record, request, signal);
  }
  return parts.rules.during({...request, headers: fetchParts.ruleHeaders}, () => {
    onHandedOver();
    return parts.fetchAnswer(request, signal);
  });
}

async function toOutcome(
  answer: FetchedAnswer,
  {hider, now}: Pick<SenderParts, 'hider' | 'now'>,
): Promise<Outcome> {
  if (!answer.ok) return {state: 'failed', error: answer.error, endedAt: now(), status: answer.status};
  const headers: CapturedHeaders = await hider.hideInHeaders(answer.headers);
  const {status, statusText, body} = answer;
  return {state: 'answered', status, statusText, headers, body, endedAt: now()};
}

/** The extension failed, not the request. The message depends on whether it was sent. */
function toFailedSend(error: unknown, isHandedOver: boolean, endedAt: number): Outcome {
  const what = toErrorMessage(error);
  return isHandedOver
    ? {state: 'unknown', reason: `It was sent, but its response was lost: ${what}`}
    : {state: 'failed', error: `Nothing was sent: ${what}`, endedAt};
}
