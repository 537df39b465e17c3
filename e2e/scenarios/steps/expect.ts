import {expect as base} from 'playwright/test';

/** In milliseconds, the last one repeated: Playwright's own intervals grow to a second, which makes scenarios slow. */
const intervals = [20, 50, 50, 100];

export const expect = base.extend({});
expect.poll = (ask, options) =>
  base.poll(ask, {intervals, ...(typeof options === 'string' ? {message: options} : options)});
