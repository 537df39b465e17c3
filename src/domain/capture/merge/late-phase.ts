import type {CapturedRequest} from '../captured-request';
import type {WebRequestObservation} from '../observation';

// A background that is stopped takes along what it had not stored yet. The next one hears of the same requests only
// from where they are by then, so the start of a request may be known to nobody but DevTools.

/**
 * How far apart, in milliseconds, a request that only DevTools told of and a phase after its start are: by its end
 * where the phase is one, else by its start. Null: they can't be one request.
 */
export function toLateTime(request: CapturedRequest, phase: WebRequestObservation): number | null {
  const {outcome, startedAt} = request;
  switch (phase.phase) {
    case 'before-request':
    case 'headers-sent':
      return startedAt === null ? null : Math.abs(startedAt - phase.at);
    case 'redirected':
    case 'completed':
      if (outcome.state !== 'answered' || outcome.status !== phase.status || outcome.endedAt === null)
        return null;
      return Math.abs(outcome.endedAt - phase.at);
    case 'failed':
      if (outcome.state !== 'failed' && outcome.state !== 'unknown') return null;
      return typeof outcome.endedAt === 'number' ? Math.abs(outcome.endedAt - phase.at) : null;
  }
}

/** Whether webRequest told nothing but the end of it, which then stands for its start too. */
export function isKnownByEndOnly({outcome, startedAt, seenBy}: CapturedRequest): boolean {
  return (
    (outcome.state === 'answered' || outcome.state === 'failed' || outcome.state === 'unknown') &&
    typeof outcome.endedAt === 'number' &&
    outcome.endedAt === startedAt &&
    seenBy.includes('web-request') &&
    !seenBy.includes('har')
  );
}
