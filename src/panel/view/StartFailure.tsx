import {toErrorMessage} from '../../domain/to-error-message';

interface StartFailureProps {
  error: unknown;
  /** Deletes the log and starts the panel again. */
  onDelete(): void;
}

/** Replaces the panel if it could not start: without its log there is nothing to show. */
export function StartFailure({error, onDelete}: StartFailureProps) {
  const reason = toErrorMessage(error);
  return (
    <div class="hint" role="alert">
      <p class="hint-title">Track Inspector cannot open its log</p>
      <p class="hint-text">
        The browser says: {reason}
        <br />
        Try again, or close and reopen DevTools. If that does not help, restart the browser. As a last resort,
        delete the log: everything captured so far is lost. Settings and tracking plans stay.
      </p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Try again
      </button>{' '}
      <button type="button" class="button" onClick={onDelete}>
        Delete the log and start again
      </button>
    </div>
  );
}
