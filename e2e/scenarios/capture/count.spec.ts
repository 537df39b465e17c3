import type {Panel} from '../../setup/browser-driver';
import {countOf} from '../../setup/surface';
import type {TrackApi} from '../../track-api/start-track-api';
import {fromQuietPage} from '../steps/from-quiet-page';
import {expect, type Inspector, test} from '../steps/inspector';
import {readShown, type Shown} from '../steps/read-shown';
import {anEvent, apiKey} from '../steps/steps';
import {createRandom} from '../transports/create-random';
import {readRecords} from '../transports/read-records';

interface Pace {
  name: string;
  requests: number;
  /** In each request. */
  events: number;
  /** Milliseconds between two requests. */
  apart: number;
}

const paces: readonly Pace[] = [
  {name: '30 ms apart', requests: 60, events: 1, apart: 30},
  {name: '15 ms apart', requests: 60, events: 1, apart: 15},
  {name: 'all at once', requests: 280, events: 18, apart: 0},
];
const times = 3;
/** Identifies the test's requests on the server. */
const MARK = '?counted';
const longMs = 10 * 60_000;

test('the list shows what was sent, each request once, at every pace @alone', async ({inspector}) => {
  test.setTimeout(360_000);
  const {page, api} = inspector;
  await fromQuietPage(inspector);
  let [requests, events] = [0, 0];
  for (let time = 1; time <= times; time++) {
    for (const pace of paces) {
      const name = `${pace.name}, time ${time}`;
      await watchCount(inspector.panel);
      await sendAtPace(inspector, pace, `${time}-${pace.apart}`);
      requests += pace.requests;
      events += pace.requests * pace.events;
      await expect.poll(() => countSent(api), {message: name}).toBe(requests);
      await expectSame(inspector, {requests, events, warnings: 0}, name);
      expect(await readHighest(inspector.panel), `${name}: never more than was sent`).toBe(requests);
    }
  }
  // Two identical requests, sent on purpose: once their warning is shown, the rules have checked everything that was
  // sent before.
  const repeated = toBatch('repeated', 1);
  for (const _ of [1, 2]) await page.evaluate(sendOne, {...toTarget(inspector), body: repeated});
  const all = {requests: requests + 2, events: events + 2, warnings: 1};
  await expectSame(inspector, all, 'after two that are the same');
  await inspector.panel.close();
  await expectSame({...inspector, panel: await page.openPanel()}, all, 'in a panel that was opened again');
});

test('the list shows what was sent, each request once, at a random pace for ten minutes @long', async ({
  inspector,
}) => {
  test.setTimeout(longMs * 2);
  await fromQuietPage(inspector);
  const {seed, random} = createRandom(process.env.TEST_SEED);
  console.log(`${inspector.browser.name}: seed ${seed}`);
  const end = Date.now() + longMs;
  let [requests, events] = [0, 0];
  for (let burst = 0; Date.now() < end; burst++) {
    const pace = {
      name: `burst ${burst}`,
      requests: 1 + Math.floor(random() ** 3 * 120),
      events: 1 + Math.floor(random() ** 3 * 20),
      apart: Math.floor(random() * 60),
    };
    await watchCount(inspector.panel);
    await sendAtPace(inspector, pace, `burst-${burst}`);
    await new Promise((resolve) => setTimeout(resolve, pace.requests * pace.apart));
    requests += pace.requests;
    events += pace.requests * pace.events;
    // The next request usually comes while this one is pending.
    if (random() < 0.8) continue;
    await expectSame(inspector, {requests, events, warnings: 0}, pace.name);
    expect(await readHighest(inspector.panel)).toBeLessThanOrEqual(requests);
  }
  await expectSame(inspector, {requests, events, warnings: 0}, 'at the end');
});

/** Rows = requests in the log = requests at the server, none of them pending. */
async function expectSame(
  {panel, api}: Inspector,
  counts: Omit<Shown, 'errors'>,
  message: string,
): Promise<void> {
  const expected = {...counts, errors: 0};
  await expect.poll(() => readShown(panel), {message, timeout: 60_000}).toEqual(expected);
  await expect
    .poll(async () => (await readRecords(panel)).filter(({state}) => state !== 'answered'), {
      message: `${message}: all are answered`,
      timeout: 60_000,
    })
    .toEqual([]);
  const {length} = await readRecords(panel);
  expect({log: length, server: countSent(api)}, message).toEqual({
    log: counts.requests,
    server: counts.requests,
  });
  await expect
    .poll(() => countOf(panel, {css: '.status', text: 'pending'}), {message: `${message}: none pending`})
    .toBe(0);
  expect(await readShown(panel), `${message}: and nothing more comes`).toEqual(expected);
}

/** Without preflights and requests that the page sends automatically. */
function countSent({received}: TrackApi): number {
  return received.filter(({method, url}) => method === 'POST' && url.endsWith(MARK)).length;
}

function toTarget({endpoint}: Inspector) {
  return {url: endpoint + MARK, apiKey};
}

/** Events with unique contents and times, so none is correctly reported as a duplicate. */
function toBatch(name: string, events: number): string {
  const {properties, ...event} = anEvent();
  const now = Date.now();
  return JSON.stringify(
    Array.from({length: events}, (_, index) => ({
      ...event,
      timestamp: new Date(now - index).toISOString(),
      properties: {...Object(properties), invitee_email: `${name}-${index}@acme.example`},
    })),
  );
}

async function sendAtPace(inspector: Inspector, pace: Pace, name: string): Promise<void> {
  const bodies = Array.from({length: pace.requests}, (_, index) => toBatch(`${name}-${index}`, pace.events));
  await inspector.page.evaluate(sendAll, {...toTarget(inspector), bodies, apart: pace.apart});
}

interface Order {
  url: string;
  apiKey: string;
  body: string;
}

/** Runs in the page; resolves when the response has arrived. */
async function sendOne({url, apiKey: key, body}: Order): Promise<void> {
  const headers = {'content-type': 'application/json', 'x-api-key': key};
  const response = await fetch(url, {method: 'POST', headers, body});
  await response.text();
}

/** Runs in the page, which continues on its own. */
function sendAll(order: Omit<Order, 'body'> & {bodies: string[]; apart: number}): void {
  const headers = {'content-type': 'application/json', 'x-api-key': order.apiKey};
  const send = (body: string) => {
    fetch(order.url, {method: 'POST', headers, body})
      .then((response) => response.text())
      .catch((error: unknown) => {
        // The server's count reveals it: the server receives fewer requests than were sent.
        console.warn(error);
      });
  };
  order.bodies.forEach((body, index) => {
    if (order.apart === 0) send(body);
    else setTimeout(() => send(body), index * order.apart);
  });
}

/** From now on, records in every frame the highest number of requests that the panel's status bar showed. */
async function watchCount(panel: Panel): Promise<void> {
  await panel.evaluate(() => {
    const counted = {highest: 0};
    const look = () => {
      const text = document.querySelector('.status-counts')?.textContent ?? '';
      const shown = Number(/([\d,]+) requests?/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
      counted.highest = Math.max(counted.highest, shown);
    };
    look();
    const bar = document.querySelector('.status-bar');
    if (bar) new MutationObserver(look).observe(bar, {subtree: true, childList: true, characterData: true});
    Object.assign(globalThis, {counted});
  });
}

async function readHighest(panel: Panel): Promise<number> {
  return await panel.evaluate(() => (globalThis as unknown as {counted: {highest: number}}).counted.highest);
}
