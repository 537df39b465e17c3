/** Stands in the panel's place where it could not begin: without its log there is nothing to show. */
export function StartFailure({error}: {error: unknown}) {
  const reason = error instanceof Error ? error.message : String(error);
  return (
    <div class="hint" role="alert">
      <p class="hint-title">Track Inspector cannot open its log</p>
      <p class="hint-text">
        The browser says: {reason}
        <br />
        Try again, or close and reopen DevTools. If that does not help, restart the browser. As a last resort,
        remove the extension and install it again. This deletes everything captured so far.
      </p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Try again
      </button>
    </div>
  );
}
