/**
 * Runs in the page itself and ends the request that `fetchInPage` waits for there: the two calls have nothing in common
 * but the document. No script of the page sees the name beforehand; the browser sends this function's text into the page.
 */
export function cancelInPage(cancelEvent: string): void {
  document.dispatchEvent(new Event(cancelEvent));
}
