import type {Page} from '../../setup/browser-driver';
import {poll} from '../../setup/poll';

export interface LoadCounts {
  sent: number;
  /** Answered or failed. */
  ended: number;
  /** Those of them that failed, by what the page heard. */
  refused: number;
}

export interface LoadOrder {
  endpoint: string;
  /** An endpoint without a server. */
  closed: string;
  /** Requests of all frames together. */
  count: number;
  /** At once in each frame. */
  inFlight: number;
  /** Each so-manieth request of a frame goes to `closed`; 0: none does. */
  refusedEvery: number;
}

/** What site/public/load.js offers. */
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

/** Lets so many requests leave, counted from the first. */
export async function allowSending(page: Page, total: number): Promise<void> {
  await page.evaluate((all) => load.allow(all), total);
}

export async function readCounts(page: Page): Promise<LoadCounts> {
  return await page.evaluate(() => load.counts());
}
