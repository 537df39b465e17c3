import {describe, expect, it} from 'vitest';
import {bytesOf} from '../../domain/capture/build-observation';
import {defaultSettings} from '../../domain/settings';
import {type HookSender, toHookObservation} from './to-hook-observation';

const settings = {
  ...defaultSettings,
  capture: {...defaultSettings.capture, hookedOrigins: ['https://app.example.test']},
};
const report = {
  url: 'https://api.example.test/api/track',
  method: 'POST',
  transport: 'beacon',
  at: 1_000,
  body: 'WzFd',
  blocked: null,
};
const sender: HookSender = {
  id: 'abc',
  url: 'https://app.example.test/signup',
  frameId: 0,
  tab: {id: 3, url: 'https://app.example.test/signup'},
};

function observe(
  change: {
    report?: Record<string, unknown>;
    sender?: Partial<HookSender>;
    now?: number;
    allows?(): boolean;
  } = {},
) {
  const message = {type: 'page-hook-report', report: {...report, ...change.report}};
  return toHookObservation(
    message,
    {...sender, ...change.sender},
    {id: 'abc', settings, now: change.now ?? 1_500, allows: change.allows ?? (() => true)},
  );
}

describe('a report of the page hook', () => {
  it('becomes an observation of the sender’s own tab and frame', () => {
    expect(observe({report: {tabId: 99, frameId: 99}})).toEqual({
      source: 'page-hook',
      tabId: 3,
      frameId: 0,
      pageUrl: 'https://app.example.test/signup',
      url: report.url,
      method: 'POST',
      transport: 'beacon',
      at: 1_000,
      body: bytesOf('[1]'),
      blocked: null,
    });
  });

  it.each([
    ['of a moment ago', 99_000, 99_000],
    ['that a busy page held back', 90_000, 90_000],
    ['a little ahead, since clocks are adjusted', 101_000, 101_000],
    ['long past', 89_999, 100_000],
    ['of the epoch', 0, 100_000],
    ['in the future', 101_001, 100_000],
    ['at the end of time', 8e15, 100_000],
  ])('has a time %s only where it can be', (_, at, believed) => {
    expect(observe({report: {at}, now: 100_000})?.at).toBe(believed);
  });

  it.each([
    ['from another extension', {sender: {id: 'xyz'}}],
    ['from our own page, which has no tab', {sender: {tab: undefined}}],
    ['from a site where the hook is off', {sender: {url: 'https://other.example.test/'}}],
    ['from another port of the site', {sender: {url: 'https://app.example.test:8443/'}}],
    ['of an address that is no endpoint', {report: {url: 'https://api.example.test/login'}}],
    ['without a body that is Base64', {report: {body: '<script>'}}],
    ['that is too long', {report: {body: 'A'.repeat(1_500_004)}}],
    ['without a method', {report: {method: undefined}}],
    ['with a method that HTTP does not know', {report: {method: 'POST /x'}}],
    ['with a time that no clock shows', {report: {at: 1e300}}],
    ['with a time before the epoch', {report: {at: -1}}],
    ['with a time that is not a number', {report: {at: '1000'}}],
    ['with an address of any length', {report: {url: `${report.url}?${'a'.repeat(8_192)}`}}],
    ['with a reason of any length', {report: {blocked: 'x'.repeat(100)}}],
    ['with a reason that leads elsewhere', {report: {blocked: 'Sign in at https://evil.test/'}}],
    ['with a reason that turns the text', {report: {blocked: 'Blocked \u202e\u001b[31m'}}],
    ['of a way that is none', {report: {transport: 'pigeon'}}],
    ['of a tab that has reported too much', {allows: () => false}],
  ])('is refused %s', (_, change) => expect(observe(change)).toBeNull());
});
