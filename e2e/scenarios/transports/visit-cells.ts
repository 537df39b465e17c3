import type {Page} from '../../setup/browser-driver';
import {poll} from '../../setup/poll';

/** The API of site/public/transports.js. */
interface Transports {
  start(order: Order): Promise<void>;
  leave(orders: Order[]): void;
  outcomeOf(url: string): string | undefined;
  canDo(way: string): boolean;
  hasProxy(): Promise<boolean>;
  text: string;
}

export interface Order {
  way: string;
  url: string;
}

declare const transports: Transports;

/** Waits until the page's script has run. */
export async function openTransports(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await poll(
    () => page.evaluate(() => typeof transports === 'object'),
    'The page of transports has no script.',
  );
}

/** The ways to send that this browser supports. */
export async function filterWays(page: Page, ways: readonly string[]): Promise<string[]> {
  return await page.evaluate((all) => all.filter((way) => transports.canDo(way)), [...ways]);
}

/** Lets the page send; resolves to the outcome as the page saw it, 'sending' if it is still waiting. */
export async function sendOne(page: Page, order: Order, patience = 30_000): Promise<string> {
  await startOne(page, order);
  return await poll(
    async () => {
      const outcome = await readOutcome(page, order);
      return outcome === 'sending' ? null : outcome;
    },
    `The page does not come to an end with ${order.url}.`,
    patience,
  );
}

/** Lets the page send without waiting. */
export async function startOne(page: Page, order: Order): Promise<void> {
  await page.evaluate((wanted) => {
    // It reports its outcome, and never rejects.
    void transports.start(wanted);
  }, order);
}

export async function readOutcome(page: Page, {url}: Order): Promise<string> {
  return await page.evaluate((address) => transports.outcomeOf(address) ?? 'not asked for', url);
}

export async function leaveSending(page: Page, orders: readonly Order[]): Promise<void> {
  await page.evaluate((all) => transports.leave(all), [...orders]);
}

/** The body of most cells, as the page writes it. */
export async function readText(page: Page): Promise<string> {
  return await page.evaluate(() => transports.text);
}

/** Registers the service worker for `/proxied/`. */
export async function installProxy(page: Page): Promise<void> {
  await poll(() => page.evaluate(() => transports.hasProxy()), 'The proxying service worker did not start.');
}
