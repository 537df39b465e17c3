import type {Page, Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';
import {measureDraftTasks} from './draft-tasks';
import type {Mark} from './format-mark';
import type {LongestTask} from './measure-task';
import type {Bench} from './open-bench';
import {toMedian} from './statistics';
import {
  readPaintedEvents,
  startWatching,
  type TaskTimes,
  toWorst,
  waitForPainted,
  withLongestTask,
} from './watch-tasks';

/** A page that sends, and its panel. */
export interface Stage {
  page: Page;
  panel: Panel;
  url: string;
}

export interface Load {
  requests: number;
  /** In each request. */
  events: number;
  /** The properties of each event are padded to this number of bytes. */
  bytes: number;
  /** Whether the time of each event is a number, which is an error with a fix. */
  isFaulty?: boolean;
}

/** The median of this number of batches is used, since a single measurement varies too much. */
const ROUNDS = 7;

const loads: readonly {name: string; rounds: number; load: Load; mark: Mark}[] = [
  {
    name: '1,000 events of 300 B in one batch',
    rounds: ROUNDS,
    load: {requests: 1, events: 1_000, bytes: 300},
    mark: {reach: 1.25, fault: 2},
  },
  {
    name: '1,000 events of 2.1 KB in one batch',
    rounds: ROUNDS,
    load: {requests: 1, events: 1_000, bytes: 2_100},
    mark: {reach: 1.5, fault: 2.5},
  },
  {
    name: 'the same, each event faulty',
    rounds: ROUNDS,
    load: {requests: 1, events: 1_000, bytes: 2_100, isFaulty: true},
    mark: {reach: 1.5, fault: 2.5},
  },
  {
    name: '10,000 events at once, in 100 batches',
    rounds: 1,
    load: {requests: 100, events: 100, bytes: 300},
    mark: {reach: 1.2, fault: 2.5},
  },
];

/** The longest tasks of the panel's thread. Chromium only: Firefox does not measure long tasks. */
export async function measureLongestTasks({browser, site, api}: Bench): Promise<LongestTask[]> {
  const page = await browser.open(`${site.url}/transports.html`);
  const panel = await page.openPanel();
  await panel.resize({width: 900, height: 700});
  const stage: Stage = {page, panel, url: `${api.url}/api/track`};
  await startWatching(panel);
  // Warm up: the first run compiles the code.
  await measureLoad(stage, {requests: 20, events: 5, bytes: 300});
  const results: LongestTask[] = [];
  for (const {name, rounds, load, mark} of loads) {
    const measured = await repeat(rounds, () => measureLoad(stage, load));
    results.push({
      name,
      tasks: toWorst(measured.map(({tasks}) => tasks)),
      painted: toMedian(measured.map(({painted}) => painted)),
      answered: {
        time: toMedian(measured.map(({answered}) => answered)),
        ratio: toMedian(measured.map(({painted, answered}) => painted / answered)),
        mark,
      },
    });
  }
  await measureLoad(stage, {requests: 90, events: 1_000, bytes: 250});
  for (const filter of ['i', 'in', 'invite', 'invite_sent user:b', '']) {
    const name =
      filter === '' ? 'filter emptied, over 100,000 events' : `filter “${filter}”, over 100,000 events`;
    const {tasks} = await withLongestTask(panel, () => panel.evaluate(typeFilter, filter));
    results.push({name, tasks, painted: null, answered: null});
  }
  await measureLoad(stage, {requests: 1, events: 1_000, bytes: 2_250, isFaulty: true});
  return [...results, ...(await measureDraftTasks(panel))];
}

async function repeat<Result>(rounds: number, work: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let round = 0; round < rounds; round++) results.push(await work());
  return results;
}

/** In milliseconds. Work after the rows, such as session rules, counts as tasks too. */
export async function measureLoad(
  {page, panel, url}: Stage,
  load: Load,
): Promise<{tasks: TaskTimes; painted: number; answered: number}> {
  const wanted = (await readPaintedEvents(panel)) + load.requests * load.events;
  const {tasks, result} = await withLongestTask(panel, async () => {
    const sentAt = await page.evaluate(sendLoad, {...load, url});
    const paintedAt = await waitForPainted(panel, wanted);
    const answeredAt = await poll(() => page.evaluate(readAnswered), 'There are answers missing.', 120_000);
    return {painted: paintedAt - sentAt, answered: answeredAt - sentAt};
  });
  return {tasks, ...result};
}

/** Runs in the panel. */
function typeFilter(filter: string): void {
  const field = document.querySelector<HTMLInputElement>('#filter');
  if (!field) throw new Error('The panel has no filter.');
  field.value = filter;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

/** Runs in the page; resolves to the time when it started sending. */
function sendLoad({url, requests, events, bytes, isFaulty = false}: Load & {url: string}): number {
  const now = Date.now();
  const bodies = Array.from({length: requests}, (_, request) =>
    JSON.stringify(
      Array.from({length: events}, (_, event) => ({
        event_name: 'invite_sent',
        user_id: `user-${event % 50}`,
        timestamp: isFaulty ? now - event : new Date(now - event).toISOString(),
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
