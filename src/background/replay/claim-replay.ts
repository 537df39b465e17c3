import type {CapturedRequest} from '../../domain/capture/captured-request';

/**
 * A queued replay, claimed by a sender; null for anything else. Decided inside a transaction, so that only one of two
 * senders, or of two calls, gets it.
 */
export function claimReplay(request: CapturedRequest, now: number): CapturedRequest | null {
  const {replay, outcome} = request;
  if (!replay || replay.claimed || outcome.state !== 'queued') return null;
  return {...request, startedAt: now, outcome: {state: 'pending'}, replay: {...replay, claimed: true}};
}
