import type {Page} from '../../setup/browser-driver';
import {poll} from '../../setup/poll';

export interface LoadCounts {
  sent: number;
  /** Requests with a response or an error. */
  ended: number;
  /** Those of them that failed, as far as the page can tell. */
  refused: number;
}

export interface LoadOrder {
  endpoint: string;
  /** An endpoint without a server. */
  closed: string;
  /** Requests of all frames together. */
  count: number;
  /** Parallel requests in each frame. */
  inFlight: number;
  /** Every nth request of a frame goes to `closed`; 0: none. */
  refusedEvery: number;
}

/** The API of site/public/load.js. */
declare const load: {
  prepare(order: LoadOrder): void;
  allow(total: number): void;
  counts(): LoadCounts;
};

export async function openLoadPage(page: Page, siteUrl: string, order: LoadOrder): Promise<void> {
  await page.goto(`${siteUrl}/load.html`);
  await poll(
    () => page.evaluate(() => typeof load === 'object'),
    'The frames of the load page did not load.',
  );
  await page.evaluate((all) => load.prepare(all), order);
}

/** Allows this number of requests to be sent, counted from the first. */
export async function allowSending(page: Page, total: number): Promise<void> {
  await page.evaluate((all) => load.allow(all), total);
}

export async function readCounts(page: Page): Promise<LoadCounts> {
  return await page.evaluate(() => load.counts());
}
