import type {CaptureLogEvent} from '../log/capture-log';
import {GRACE, type SessionSecrets} from './session-secrets';

/**
 * What a log's events are handed to: after records were removed, their secrets are swept at once, and again when what
 * was kept a moment before may go as well. While a log drops records with each write, that is one sweep each period.
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
