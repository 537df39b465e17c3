import {type Signal, signal} from '@preact/signals';
import type {Browser} from 'webextension-polyfill';

/**
 * When the document began: requests of the previous page while it was left are earlier, requests of this one are
 * later. A prerendered document existed before, and began for the user when it was shown. Milliseconds since the
 * epoch.
 */
const BEGIN = `(() => {
  const [load] = performance.getEntriesByType('navigation');
  const begin = load ? load.unloadEventEnd || load.responseStart : 0;
  return performance.timeOrigin + Math.max(begin, load?.activationStart ?? 0);
})()`;

/** A page may return any value; a document that began longer ago than this, in milliseconds, is not the one just loaded. */
const LONGEST_LOAD = 120_000;

/** How often the address is requested, and the interval in milliseconds. */
const ADDRESS_ATTEMPTS = 20;
const ADDRESS_INTERVAL = 250;

/** URL of the page in the inspected tab, and a call for each document it loads, with the time when it began. */
export function followPage(
  devtools: Browser['devtools'],
  onNavigated: (url: string, at: number) => void,
): Signal<string | null> {
  const pageUrl = signal<string | null>(null);
  const tellAddress = (url: unknown) => {
    if (pageUrl.peek() === null && typeof url === 'string') pageUrl.value = url;
  };
  let left = ADDRESS_ATTEMPTS;
  // A document that has just begun can't be asked yet, and questions to the previous one may never be answered.
  function askAddress(): void {
    if (pageUrl.peek() !== null || left-- === 0) return;
    ask(devtools, 'location.href').then(tellAddress, (error: unknown) => {
      // The browser's own pages can't be asked, but they do not send batches.
      if (left === 0) console.info('The address of the page is not available.', error);
    });
    setTimeout(askAddress, ADDRESS_INTERVAL);
  }
  devtools.network.onNavigated.addListener((url) => {
    pageUrl.value = url;
    const now = Date.now();
    const tell = (at: unknown) => onNavigated(url, isRecent(at, now) ? at : now);
    ask(devtools, BEGIN).then(tell, () => tell(null));
  });
  // Asked only after the listener is registered, so that no navigation is missed.
  askAddress();
  return pageUrl;
}

async function ask(devtools: Browser['devtools'], expression: string): Promise<unknown> {
  const result: unknown = await devtools.inspectedWindow.eval(expression);
  // Firefox and the polyfill return a pair with the exception, Chromium's own promise only the value.
  return Array.isArray(result) ? result[0] : result;
}

function isRecent(at: unknown, now: number): at is number {
  return typeof at === 'number' && at <= now && at > now - LONGEST_LOAD;
}
