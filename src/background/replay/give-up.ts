import type {CapturedRequest} from '../../domain/capture/captured-request';

/** A panel requests sending right after it has stored the replay, which may have started the background. */
const HANDOVER_MS = 60_000;

/**
 * The outcome of a replay that an earlier background or a closed panel left without a result; null if sending may
 * still be requested, or if it has a result.
 */
export function giveUp(request: CapturedRequest, now: number): CapturedRequest | null {
  const {replay, outcome, startedAt} = request;
  const isOutstanding = outcome.state === 'queued' || outcome.state === 'pending';
  if (!replay || !isOutstanding) return null;
  if (replay.claimed) {
    const reason = 'The extension was stopped while the request was being sent. It may have arrived.';
    return {...request, outcome: {state: 'unknown', reason}};
  }
  if (startedAt !== null && now - startedAt < HANDOVER_MS) return null;
  const error = 'Nothing was sent: DevTools was closed first.';
  return {...request, outcome: {state: 'failed', error, endedAt: now}};
}
