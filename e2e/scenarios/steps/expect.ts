import {expect as base} from 'playwright/test';

/** In milliseconds, the last one again and again: Playwright's own grow to a second, which a scenario spends on waiting. */
const intervals = [20, 50, 50, 100];

export const expect = base.extend({});
expect.poll = (ask, options) =>
  base.poll(ask, {intervals, ...(typeof options === 'string' ? {message: options} : options)});
