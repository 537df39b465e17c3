import {createBlobMemory, type Natives} from './blob-memory';
import {createReporter} from './reporter';
import {createSendMemory} from './send-memory';
import {wrapSenders} from './wrap-senders';

/**
 * Watches what a page sends, from inside its own world: the content of Blobs, which no browser API gives once the page
 * is gone, and sends that the page's own policy stops, which no other observer sees. What the page calls behaves as
 * before: the same results, errors, names and lengths.
 * @param page the page's global object, before any script of the page has run
 */
export function hookPage(page: typeof globalThis & Window): void {
  const natives: Natives = {btoa: page.btoa.bind(page), now: Date.now};
  const blobs = createBlobMemory(page);
  const reporter = createReporter(page, natives);
  const sends = createSendMemory(natives.now);

  wrapSenders(page, ({url, method, transport, body}) => {
    const content = blobs.contentOf(body);
    const send = {url, method, transport, at: natives.now(), content};
    sends.remember(send);
    if (!(body instanceof page.Blob)) return;
    if (content !== null) reporter.report(send, null);
    // A File, a slice, an answer's Blob: they can be read, only later. At page unload that is too late.
    else blobs.read(body, (bytes) => reporter.report({...send, content: bytes}, null));
  });
  page.document.addEventListener('securitypolicyviolation', (violation) => {
    if (violation.disposition !== 'enforce') return;
    const stopped = sends.take(violation.blockedURI);
    if (stopped)
      reporter.report(stopped, `Blocked by the page’s own policy (${violation.effectiveDirective}).`);
  });
}
