import {type Signal, signal} from '@preact/signals';
import type {Browser} from 'webextension-polyfill';

/** URL of the page in the inspected tab, and a call for each document it loads. */
export function followPage(
  devtools: Browser['devtools'],
  onNavigated: (url: string) => void,
): Signal<string | null> {
  const pageUrl = signal<string | null>(null);
  devtools.inspectedWindow.eval('location.href').then(
    (result: unknown) => {
      // Firefox and the polyfill give a pair with the exception, Chromium's own promise the value alone.
      const url: unknown = Array.isArray(result) ? result[0] : result;
      if (pageUrl.peek() === null && typeof url === 'string') pageUrl.value = url;
    },
    // Pages of the browser itself can't be asked: they send nothing of ours.
    (error: unknown) => console.info('The page’s address is not to be had.', error),
  );
  devtools.network.onNavigated.addListener((url) => {
    pageUrl.value = url;
    onNavigated(url);
  });
  return pageUrl;
}
