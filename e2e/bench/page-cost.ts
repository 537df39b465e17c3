import type {Page} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import type {Bench} from './open-bench';

const requests = 1_000;
const warmUps = 60;

/** What a page sends a thousand times, six requests at a time. */
export interface Workload {
  name: string;
  /** Path and query on the server. */
  path: string;
  rounds: number;
}

/**
 * A server in a network takes time to respond, so the page waits for the server and not for the extension. If the
 * server responds immediately, the machine is the limit: browser, server and extension all compete for its cores,
 * which is the worst case. Requests without a batch must not be listened to.
 */
export const workloads: readonly Workload[] = [
  {name: 'batches, answered after 50 ms', path: '/api/track?delay=50', rounds: 6},
  {name: 'batches, answered at once', path: '/api/track', rounds: 8},
  {name: 'other requests, answered at once', path: '/other', rounds: 8},
];

/**
 * The cost of the extension for a page while it captures in the background: the time of 1,000 requests with the
 * extension divided by the time without it, one ratio per round. The same page in the same browser; the order changes
 * from round to round.
 */
export async function measurePageCost({browser, site, api}: Bench, workload: Workload): Promise<number[]> {
  const page = await browser.open(`${site.url}/transports.html`);
  const url = `${api.url}${workload.path}`;
  const measure = async (enabled: boolean) => {
    await browser.setExtensionEnabled(enabled);
    await sendAll(page, url, warmUps);
    const time = await sendAll(page, url, requests);
    // Otherwise the requests that the server keeps would grow from round to round.
    api.reset();
    return time;
  };
  const ratios: number[] = [];
  for (let round = 0; round < workload.rounds; round++) {
    const first = await measure(round % 2 === 0);
    const second = await measure(round % 2 === 1);
    ratios.push(round % 2 === 0 ? first / second : second / first);
  }
  return ratios;
}

/** In milliseconds, by the page's own clock. */
async function sendAll(page: Page, url: string, count: number): Promise<number> {
  await page.evaluate(start, {url, count});
  return await poll(() => page.evaluate(readTime), 'The page does not come to an end.', 120_000);
}

/** Runs in the page: six requests at a time, the number of connections that a browser opens to a server. */
function start({url, count}: {url: string; count: number}): void {
  const event = {
    event_name: 'bench_event',
    user_id: 'user-1',
    timestamp: new Date().toISOString(),
    properties: {feature: 'bench', text: 'x'.repeat(120)},
    context: {group_id: 'account-1'},
  };
  const body = JSON.stringify(Array.from({length: 10}, () => event));
  let left = count;
  const send = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const response = await fetch(url, {method: 'POST', body});
      await response.text();
    }
  };
  const begun = performance.now();
  Object.assign(globalThis, {timeOfAll: null});
  Promise.all(Array.from({length: 6}, send)).then(() =>
    Object.assign(globalThis, {timeOfAll: performance.now() - begun}),
  );
}

/** Runs in the page. */
function readTime(): number | null {
  return (globalThis as unknown as {timeOfAll: number | null}).timeOfAll;
}
