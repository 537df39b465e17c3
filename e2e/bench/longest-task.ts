import type {Page, Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import type {Bench} from './open-bench';

export interface LongestTask {
  name: string;
  /** Of the panel's own thread, in milliseconds; 0: none took 50 or more. */
  longest: number;
  /** From the page's sending, or from the key, until the panel shows it, in milliseconds. */
  painted: number;
  /** Until the page has its last answer; null where nothing is sent. */
  answered: number | null;
}

/** A page that sends, with its panel. */
interface Stage {
  page: Page;
  panel: Panel;
  url: string;
}

interface Load {
  requests: number;
  /** In each request. */
  events: number;
  /** Bytes that each event's properties are filled up to. */
  bytes: number;
}

/** What the panel's thread does at the worst, while the panel shows the list. Chromium only: Firefox measures no long tasks. */
export async function measureLongestTasks({browser, site, api}: Bench): Promise<LongestTask[]> {
  const page = await browser.open(`${site.url}/transports.html`);
  const panel = await page.openPanel();
  await panel.resize({width: 900, height: 700});
  const stage: Stage = {page, panel, url: `${api.url}/api/track`};
  await panel.evaluate(watchTasks);
  // What runs for the first time is compiled first.
  await measureLoad(stage, {requests: 20, events: 5, bytes: 300});
  const results: LongestTask[] = [];
  const loads: [string, Load][] = [
    ['1,000 events of 300 B in one batch', {requests: 1, events: 1_000, bytes: 300}],
    ['1,000 events of 2 KB in one batch', {requests: 1, events: 980, bytes: 2_000}],
    ['10,000 events at once, in 100 batches', {requests: 100, events: 100, bytes: 300}],
  ];
  for (const [name, load] of loads) results.push({name, ...(await measureLoad(stage, load))});
  await measureLoad(stage, {requests: 90, events: 1_000, bytes: 250});
  for (const filter of ['i', 'in', 'invite', 'invite_sent user:b', '']) {
    const name =
      filter === '' ? 'filter emptied, over 100,000 events' : `filter “${filter}”, over 100,000 events`;
    results.push({name, answered: null, ...(await measureFilter(panel, filter))});
  }
  return results;
}

async function measureLoad({page, panel, url}: Stage, load: Load): Promise<Omit<LongestTask, 'name'>> {
  const before = await panel.evaluate(readEvents);
  const wanted = before + load.requests * load.events;
  await panel.evaluate(forgetTasks);
  const sentAt = await page.evaluate(sendLoad, {...load, url});
  await poll(() => panel.evaluate(readEventsWhen, wanted), `${wanted} events are not listed.`, 120_000);
  const paintedAt = await panel.evaluate(readEventsWhen, wanted);
  const answered = await poll(() => page.evaluate(readAnswered), 'There are answers missing.', 120_000);
  // What comes after the rows, the rules over the session, counts as well.
  const {longest} = await settle(panel);
  return {longest, painted: (paintedAt ?? 0) - sentAt, answered: answered - sentAt};
}

async function measureFilter(panel: Panel, filter: string): Promise<{longest: number; painted: number}> {
  await panel.evaluate(forgetTasks);
  const painted = await panel.evaluate(typeFilter, filter);
  const {longest} = await settle(panel);
  return {longest, painted};
}

/** Waits until no task was long for a second. */
async function settle(panel: Panel): Promise<{longest: number}> {
  return await poll(() => panel.evaluate(readTasksAtRest), 'The panel does not come to rest.', 60_000);
}

interface Watched {
  tasks: {longest: number; last: number};
  painted: {events: number; at: number}[];
}

/** Runs in the panel, like all below but what is said to run in the page. */
function watchTasks(): void {
  const watched: Watched = {tasks: {longest: 0, last: performance.now()}, painted: []};
  new PerformanceObserver((list) => {
    for (const {duration, startTime} of list.getEntries()) {
      watched.tasks.longest = Math.max(watched.tasks.longest, duration);
      watched.tasks.last = Math.max(watched.tasks.last, startTime + duration);
    }
  }).observe({entryTypes: ['longtask']});
  const bar = document.querySelector('.status-bar');
  const look = () => {
    const text = document.querySelector('.status-counts')?.textContent ?? '';
    const events = Number(/([\d,]+) events?/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => watched.painted.push({events, at: performance.timeOrigin + performance.now()});
      // Comes after the frame was made.
      port2.postMessage(null);
    });
  };
  if (bar) new MutationObserver(look).observe(bar, {subtree: true, childList: true, characterData: true});
  Object.assign(globalThis, {watched});
}

function readEvents(): number {
  const {painted} = (globalThis as unknown as {watched: Watched}).watched;
  return painted.at(-1)?.events ?? 0;
}

function readEventsWhen(wanted: number): number | null {
  const {painted} = (globalThis as unknown as {watched: Watched}).watched;
  return painted.find(({events}) => events >= wanted)?.at ?? null;
}

function forgetTasks(): void {
  const {tasks} = (globalThis as unknown as {watched: Watched}).watched;
  Object.assign(tasks, {longest: 0, last: performance.now()});
}

function readTasksAtRest(): {longest: number} | null {
  const {tasks} = (globalThis as unknown as {watched: Watched}).watched;
  return performance.now() - tasks.last > 1_000 ? {longest: tasks.longest} : null;
}

/** Resolves to how long it took until the frame after the list was laid out anew. */
async function typeFilter(filter: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('#filter');
  if (!field) throw new Error('The panel has no filter.');
  const start = performance.now();
  field.value = filter;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now() - start;
}

/** Runs in the page; resolves to when it began to send. */
function sendLoad({url, requests, events, bytes}: Load & {url: string}): number {
  const now = Date.now();
  const bodies = Array.from({length: requests}, (_, request) =>
    JSON.stringify(
      Array.from({length: events}, (_, event) => ({
        event_name: 'invite_sent',
        user_id: `user-${event % 50}`,
        timestamp: new Date(now - event).toISOString(),
        properties: {
          invitee_email: `${request}-${event}@acme.example`,
          invitee_first_name: 'Amy',
          invitee_last_name: 'Frank',
          invitee_role: 'Developer',
          feature_name: 'TEAM_PAGE',
          note: 'n'.repeat(Math.max(0, bytes - 280)),
        },
        context: {group_id: 'group-1'},
      })),
    ),
  );
  const state = {left: requests, answered: 0};
  Object.assign(globalThis, {sending: state});
  const at = performance.timeOrigin + performance.now();
  for (const body of bodies) {
    fetch(url, {method: 'POST', headers: {'content-type': 'application/json', 'x-api-key': 'bench'}, body})
      .then((response) => response.text())
      .finally(() => {
        state.left -= 1;
        if (state.left === 0) state.answered = performance.timeOrigin + performance.now();
      });
  }
  return at;
}

/** Runs in the page. */
function readAnswered(): number | null {
  const {sending} = globalThis as unknown as {sending: {left: number; answered: number}};
  return sending.left === 0 ? sending.answered : null;
}
