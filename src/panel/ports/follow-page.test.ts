import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {Browser} from 'webextension-polyfill';
import {followPage} from './follow-page';

beforeEach(() => {
  vi.useFakeTimers({now: 1_000_000});
});
afterEach(() => {
  vi.useRealTimers();
});

/** DevTools of a page that answers each question in turn, repeating the last answer. */
function open(...answers: readonly ((expression: string) => Promise<unknown>)[]) {
  let asked = 0;
  const navigated: [string, number][] = [];
  const listeners: ((url: string) => void)[] = [];
  const devtools = {
    inspectedWindow: {
      eval: (expression: string) => answers[Math.min(asked++, answers.length - 1)]?.(expression),
    },
    network: {onNavigated: {addListener: (listener: (url: string) => void) => listeners.push(listener)}},
  };
  const pageUrl = followPage(devtools as unknown as Browser['devtools'], (url, at) =>
    navigated.push([url, at]),
  );
  const navigate = (url: string) => {
    for (const listener of listeners) listener(url);
  };
  return {pageUrl, navigated, navigate, asked: () => asked};
}

const unanswered = () => new Promise(() => undefined);
const failed = () => Promise.reject(new Error('The page is not there yet.'));
/** How the polyfill reports that a script could not run. */
const told = () => Promise.resolve([undefined, {isError: true, code: 'E_FAILED'}]);
const address = () => Promise.resolve(['https://app.example.test/', undefined]);

it.each([
  ['at once', []],
  ['after no answer', [unanswered]],
  ['after a failure', [failed]],
  ['after several of them', [told, unanswered, failed, told]],
])('knows the address of the page: %s', async (_, before) => {
  const {pageUrl, asked} = open(...before, address);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(pageUrl.value).toBe('https://app.example.test/');
  expect(asked()).toBe(before.length + 1);
});

it.each([
  ['loaded', {unloadEventEnd: 0, responseStart: 40, activationStart: 0}, 1_040],
  ['loaded after another of its site', {unloadEventEnd: 60, responseStart: 40, activationStart: 0}, 1_060],
  ['prerendered', {unloadEventEnd: 0, responseStart: 40, activationStart: 700}, 1_700],
  ['loaded where nothing is prerendered', {unloadEventEnd: 0, responseStart: 40}, 1_040],
])('knows when a page began that was %s', async (_, entry, at) => {
  const performance = {timeOrigin: 1_000, getEntriesByType: () => [entry]};
  const run = async (expression: string) => new Function('performance', `return ${expression}`)(performance);
  const {navigated, navigate} = open(run);
  vi.setSystemTime(2_000);
  navigate('https://app.example.test/next');
  await vi.advanceTimersByTimeAsync(0);
  expect(navigated).toEqual([['https://app.example.test/next', at]]);
});

it('no longer asks a page that does not answer', async () => {
  const {pageUrl, asked} = open(failed);
  await vi.advanceTimersByTimeAsync(60_000);
  const before = asked();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked()).toBe(before);
  expect(pageUrl.value).toBeNull();
});

it('keeps the address of a navigation, whatever an earlier question is answered later', async () => {
  let answer: (url: string) => void = () => undefined;
  const {pageUrl, navigate, navigated} = open(
    () => new Promise((resolve) => (answer = resolve)),
    () => Promise.resolve(999_900),
  );
  navigate('https://app.example.test/next');
  answer('https://app.example.test/');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(pageUrl.value).toBe('https://app.example.test/next');
  expect(navigated).toEqual([['https://app.example.test/next', 999_900]]);
});
