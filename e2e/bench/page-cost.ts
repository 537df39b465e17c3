import type {Page} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import type {Bench} from './open-bench';

const requests = 1_000;
const warmUps = 60;

/** What a page sends a thousand times, six at a time. */
export interface Workload {
  name: string;
  /** Path and query at the server. */
  path: string;
  rounds: number;
}

/**
 * A server across a network takes its time, and then the page waits for it and not for us. Where it answers at once,
 * the machine itself is the limit: the browser, the server and the extension all want its cores, which is the dearest
 * case there is. What is no batch must not be heard at all.
 */
export const workloads: readonly Workload[] = [
  {name: 'batches, answered after 50 ms', path: '/api/track?delay=50', rounds: 6},
  {name: 'batches, answered at once', path: '/api/track', rounds: 8},
  {name: 'other requests, answered at once', path: '/other', rounds: 8},
];

/**
 * What the extension, capturing in the background, costs a page: the time of 1,000 requests with it over that without
 * it, a ratio a round. The same page in the same browser; which comes first changes from round to round.
 */
export async function measurePageCost({browser, site, api}: Bench, workload: Workload): Promise<number[]> {
  const page = await browser.open(`${site.url}/transports.html`);
  const url = `${api.url}${workload.path}`;
  const measure = async (enabled: boolean) => {
    await browser.setExtensionEnabled(enabled);
    await sendAll(page, url, warmUps);
    const time = await sendAll(page, url, requests);
    // What the server keeps would grow from round to round.
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

/** Milliseconds, by the page's own clock. */
async function sendAll(page: Page, url: string, count: number): Promise<number> {
  await page.evaluate(start, {url, count});
  return await poll(() => page.evaluate(readTime), 'The page does not come to an end.', 120_000);
}

/** Runs in the page: six at a time, as many as a browser has connections to a server. */
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
