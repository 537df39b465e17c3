import {toErrorMessage} from '../domain/to-error-message';
/** Replaces the settings if they can't be read; `error` null: they are not loaded yet. */
export function SettingsFailure({error}: {error: unknown}) {
  const reason = toErrorMessage(error);
  return (
    <main class="settings-failure">
      <h1>{error === null ? 'The settings are not loaded yet' : 'The settings cannot be loaded'}</h1>
      <p role="alert">
        {error === null
          ? 'The browser is still reading them.'
          : `The browser says: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`}{' '}
        Try again. If that does not help, restart the browser. Nothing was changed.
      </p>
      <button type="button" onClick={() => location.reload()}>
        Try again
      </button>
    </main>
  );
}
