/**
 * Runs in the page itself and cancels the request that `fetchInPage` is waiting for there: the two calls only share
 * the document. Scripts of the page cannot know the event's name beforehand. The browser sends this function's source
 * into the page.
 */
export function cancelInPage(cancelEvent: string): void {
  document.dispatchEvent(new Event(cancelEvent));
}
