/**
 * Replaces the panel while the browser does not open its log: another page may hold it, or a version from before an
 * update.
 */
export function StartWait() {
  return (
    <div class="hint" role="status">
      <p class="hint-title">The log is not open yet</p>
      <p class="hint-text">
        The browser is still opening what Track Inspector captured. If this message stays, close DevTools in
        other tabs, then try again. If it stays even then, restart the browser; nothing is lost by that.
      </p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Try again
      </button>
    </div>
  );
}
