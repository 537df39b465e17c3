import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {Observation} from './observation';
import {waitFor, waitUntilQuiet} from './wait';

beforeEach(() => {
  vi.useFakeTimers({now: 0});
});
afterEach(() => {
  vi.useRealTimers();
});

/** Times in milliseconds at which requests arrive, and the last awaited response. */
function watchAt(times: readonly number[], answered = 0) {
  const past = () => times.filter((time) => time <= Date.now());
  return {
    observations: () => past().map((startedAt): Observation => ({...template, startedAt})),
    get open() {
      return Date.now() < answered ? 1 : 0;
    },
    changed(milliseconds: number) {
      const next = [...times, answered].filter((time) => time > Date.now());
      return new Promise<void>((resolve) =>
        setTimeout(resolve, Math.min(milliseconds, ...next.map((time) => time - Date.now()))),
      );
    },
  };
}

const template: Observation = {
  startedAt: 0,
  method: 'POST',
  url: 'https://api.app.thrivestack.ai/api/track',
  headers: {},
  body: null,
  response: null,
};

const endOf = async (wait: Promise<unknown>) => {
  const end = wait.then(() => Date.now());
  await vi.runAllTimersAsync();
  return end;
};

it.each([
  ['nothing comes', [], 0, 100],
  ['what was there before does not count', [0], 0, 100],
  ['each request begins it anew', [60, 120], 0, 220],
  ['what comes later is not waited for', [60, 200], 0, 160],
  ['an answer is awaited, then all is quiet for that long', [], 500, 600],
  ['no longer than the timeout', [90, 180, 270, 360, 450, 540, 630, 720, 810, 900, 990], 0, 1000],
  ['nor for an answer', [], 5000, 1000],
])('waits until all is quiet: %s', async (_, times, answered, end) => {
  expect(await endOf(waitUntilQuiet(watchAt(times, answered), 1000, () => 100))).toBe(end);
});

it('waits as long as the client that was seen last may hold events back', async () => {
  const watch = watchAt([50]);
  const toQuiet = () => (watch.observations().length > 0 ? 300 : 100);
  expect(await endOf(waitUntilQuiet(watch, 1000, toQuiet))).toBe(350);
});

it.each([
  ['at once', [0], 1000, 0],
  ['when it comes', [40, 70], 1000, 40],
  ['never', [], 1000, undefined],
  ['too late', [1500], 1000, undefined],
])('waits for what is to be found: %s', async (_, times, timeout, found) => {
  const watch = watchAt(times);
  const wait = waitFor(watch, timeout, () => watch.observations()[0]?.startedAt);
  await vi.runAllTimersAsync();
  expect(await wait).toBe(found);
});
