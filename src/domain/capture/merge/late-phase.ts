import type {CapturedRequest, Outcome} from '../captured-request';
import type {WebRequestObservation} from '../observation';

// When the background stops, observations that it had not stored are lost. The next one only receives the later
// phases of the same requests, so only DevTools may know the start of a request.

/**
 * The time in milliseconds between a request that only DevTools reported and a phase after its start: by its end if
 * the phase is the end, else by its start. Null: they can't be the same request. DevTools may call a response complete
 * that broke, and a request unanswered that was answered: only two different statuses contradict each other, unless a
 * service worker may have changed the status.
 */
export function toLateTime(
  {outcome, startedAt}: CapturedRequest,
  phase: WebRequestObservation,
  mayDiffer: boolean,
): number | null {
  const isStart = phase.phase === 'before-request' || phase.phase === 'headers-sent';
  const time = isStart ? startedAt : toEnd(outcome);
  const told = !mayDiffer && 'status' in outcome && outcome.status;
  if (time === null || (told && 'status' in phase && told !== phase.status)) return null;
  return Math.abs(time - phase.at);
}

/** Whether webRequest only reported the end, which is then also used as the start. */
export function isKnownByEndOnly({outcome, startedAt, seenBy}: CapturedRequest): boolean {
  const end = toEnd(outcome);
  return end !== null && end === startedAt && seenBy.includes('web-request') && !seenBy.includes('har');
}

/** When it ended, in milliseconds since the epoch; null if it did not, or its end was not captured. */
export function toEnd(outcome: Outcome): number | null {
  return 'endedAt' in outcome ? (outcome.endedAt ?? null) : null;
}
