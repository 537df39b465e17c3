import type {PageWindow} from './natives';

/** The hook offers its channel with this event on the document. */
const OFFER = 'track-inspector-channel';
/** Our script asks for the channel with this event on the document, in case that the hook ran first. */
const REQUEST = 'track-inspector-relay';
/** An event on the channel. */
const REPORT = 'track-inspector-report';

/**
 * Opens the channel on which the hook, in the page's world, passes reports to our script in its isolated world.
 * `document.open()` removes the listeners of a page's document, nodes and window, and a page can dispatch any event on
 * them. So the channel is an object of its own, which both get before the first script of the page, whichever of
 * them runs first.
 * @param page before any script of the page has run
 * @returns passes a report on, synchronously, so that it works while the page is being unloaded
 */
export function openChannel(page: PageWindow): (report: string) => void {
  const {document, CustomEvent, FocusEvent} = page;
  const channel = new page.EventTarget();
  const dispatch = channel.dispatchEvent.bind(channel);
  /** Returns false if it was accepted. */
  const offer = () =>
    document.dispatchEvent(new FocusEvent(OFFER, {relatedTarget: channel, cancelable: true}));
  if (offer()) document.addEventListener(REQUEST, offer, {once: true});
  return (report) => {
    // Without a prototype: a page may have added `bubbles` to all objects.
    dispatch(new CustomEvent(REPORT, {__proto__: null, detail: report} as CustomEventInit));
  };
}

/**
 * Joins the hook's channel, once.
 * @param page as our isolated world sees it
 */
export function joinChannel(page: PageWindow, onReport: (report: unknown) => void): void {
  const {document} = page;
  document.addEventListener(
    OFFER,
    (event) => {
      if (!(event instanceof page.FocusEvent)) return;
      event.relatedTarget?.addEventListener(REPORT, (report) => {
        if (report instanceof page.CustomEvent) onReport(report.detail);
      });
      event.preventDefault();
    },
    {once: true},
  );
  document.dispatchEvent(new page.Event(REQUEST));
}
