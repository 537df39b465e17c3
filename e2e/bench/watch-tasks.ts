import type {Panel} from '../setup/browser-driver';
import {poll} from '../setup/poll';

interface Watched {
  tasks: {longest: number; last: number};
  painted: {events: number; at: number}[];
}

/** From now on, records the long tasks of the panel's thread, and when each number of events was painted. */
export async function startWatching(panel: Panel): Promise<void> {
  await poll(() => panel.evaluate(watchTasks), 'The panel has no status bar.');
}

export interface TaskTimes {
  /** Duration of the longest task, in milliseconds; 0: no task took 50 or more. */
  longest: number;
  /** The most processor time that one of them used, in milliseconds; null if the browser does not report it. */
  busiest: number | null;
}

/** Calls `work` and waits for a second without long tasks. */
export async function withLongestTask<Result>(
  panel: Panel,
  work: () => Promise<Result>,
): Promise<{tasks: TaskTimes; result: Result}> {
  await panel.evaluate(forgetTasks);
  const traced = await panel.traceTasks(async () => {
    const result = await work();
    const message = 'The panel does not come to rest.';
    const {longest} = await poll(() => panel.evaluate(readTasksAtRest), message, 60_000);
    return {longest, result};
  });
  const {longest, result} = traced.result;
  return {tasks: {longest, busiest: traced.busiest}, result};
}

/** The worst result of the same work done several times. */
export function toWorst(all: readonly TaskTimes[]): TaskTimes {
  const busiest = all.flatMap((times) => times.busiest ?? []);
  return {
    longest: Math.max(...all.map(({longest}) => longest)),
    busiest: busiest.length === 0 ? null : Math.max(...busiest),
  };
}

/** The number of events that the panel painted last. */
export async function readPaintedEvents(panel: Panel): Promise<number> {
  return await panel.evaluate(readEvents);
}

/** Waits until that number of events is painted; returns milliseconds since the epoch. */
export async function waitForPainted(panel: Panel, events: number): Promise<number> {
  return await poll(
    () => panel.evaluate(readEventsWhen, events),
    `${events} events are not listed.`,
    120_000,
  );
}

/** Runs in the panel, like all below. */
function watchTasks(): boolean {
  const bar = document.querySelector('.status-bar');
  if (!bar) return false;
  const watched: Watched = {tasks: {longest: 0, last: performance.now()}, painted: []};
  new PerformanceObserver((list) => {
    for (const {duration, startTime} of list.getEntries()) {
      watched.tasks.longest = Math.max(watched.tasks.longest, duration);
      watched.tasks.last = Math.max(watched.tasks.last, startTime + duration);
    }
  }).observe({entryTypes: ['longtask']});
  const look = () => {
    const text = document.querySelector('.status-counts')?.textContent ?? '';
    const events = Number(/([\d,]+) events?/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => watched.painted.push({events, at: performance.timeOrigin + performance.now()});
      // Runs after the frame was made.
      port2.postMessage(null);
    });
  };
  new MutationObserver(look).observe(bar, {subtree: true, childList: true, characterData: true});
  Object.assign(globalThis, {watched});
  return true;
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
