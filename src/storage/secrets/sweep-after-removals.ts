import type {CaptureLogEvent} from '../log/capture-log';
import {GRACE, type SessionSecrets} from './session-secrets';

/**
 * Handles a log's events: after records were removed, their secrets are swept immediately, and again when recently
 * stored ones may be removed as well. While a log drops records at each write, there is only one sweep per period.
 */
export function sweepAfterRemovals(
  secrets: Pick<SessionSecrets, 'sweep'>,
  onError: (error: unknown) => void,
): (event: Pick<CaptureLogEvent, 'type'>) => void {
  let isScheduled = false;

  function sweep(): void {
    secrets.sweep().catch(onError);
  }

  return ({type}) => {
    if (type !== 'removed' || isScheduled) return;
    isScheduled = true;
    sweep();
    setTimeout(() => {
      isScheduled = false;
      sweep();
    }, GRACE + 1_000);
  };
}
