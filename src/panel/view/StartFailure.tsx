/** Stands in the panel's place where it could not begin: without its log there is nothing to show. */
export function StartFailure({error}: {error: unknown}) {
  const reason = error instanceof Error ? error.message : String(error);
  return (
    <div class="hint" role="alert">
      <p class="hint-title">Track Inspector can’t open what it captured</p>
      <p class="hint-text">
        The browser says: {reason}
        <br />
        Try again, or close DevTools and open it again. If this message stays, restart the browser. If it
        stays even then, remove the extension and install it again: what was captured before is lost by that.
      </p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Try again
      </button>
    </div>
  );
}
