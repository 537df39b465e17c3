import {createBlobMemory} from './blob-memory';
import {createDisguise} from './disguise';
import {type PageWindow, quietly, takeNatives} from './natives';
import {createReporter} from './reporter';
import {createSendMemory, type RememberedSend} from './send-memory';
import {wrapSenders} from './wrap-senders';

/**
 * Observes what a page sends, from inside its own world: the content of Blobs, which browser APIs do not provide once
 * the page is gone, and requests blocked by the page's own policy, which other observers do not see. The functions
 * that the page calls behave as before, whatever the page does to the functions that we use: the same results,
 * errors, names, lengths and texts, and each argument is read once.
 * @param page the page's global object, before any script of the page has run
 */
export function hookPage(page: PageWindow): void {
  const natives = takeNatives(page);
  const disguise = createDisguise(page, natives);
  const blobs = createBlobMemory(page, natives, disguise);
  const reporter = createReporter(page, natives);
  const sends = createSendMemory(natives);
  wrapSenders(page, {
    natives,
    disguise,
    onSend({url, method, transport, body, isRefused}) {
      const content = blobs.contentOf(body);
      const send: RememberedSend = {url, method, transport, at: natives.now(), content};
      sends.remember(send);
      // A refused one may still have been blocked, which is reported later.
      if (isRefused || !blobs.isBlob(body)) return;
      const report = () => {
        reporter.report(send, send.blocked ?? null);
        // If it is blocked later, that is told without the content, so that it is known to be of this one.
        send.content = null;
      };
      if (content !== null) return report();
      // A File, a slice, a response's Blob: these can only be read asynchronously, which is too late at page unload.
      send.isBeingRead = true;
      blobs.read(body, (bytes) => {
        send.isBeingRead = false;
        send.content = bytes;
        if (bytes !== null || send.blocked !== undefined) report();
      });
    },
  });
  const {document} = page;
  const listen = document.addEventListener.bind(document);
  const onViolation = (violation: SecurityPolicyViolationEvent): void => {
    // A page may dispatch fake violations.
    if (!violation.isTrusted || violation.disposition !== 'enforce') return;
    quietly(() => {
      const stopped = sends.take(violation.blockedURI);
      const reason = `Blocked by the page’s own policy (${violation.effectiveDirective}).`;
      if (stopped?.isBeingRead) stopped.blocked = reason;
      else if (stopped) reporter.report(stopped, reason);
    });
  };
  const watch = (): void => listen('securitypolicyviolation', onViolation);
  watch();
  // `document.open()` removes all listeners of the document and the window, and the document's nodes: put ours back before
  // the next violation is reported, which is a task of its own.
  new page.MutationObserver(watch).observe(document, {childList: true});
}
