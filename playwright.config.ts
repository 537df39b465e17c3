import {defineConfig} from 'playwright/test';
import type {Browser} from './e2e/setup/browser-driver';

/** Load and faults take longer than `npm test` may: scenarios tagged @long run with `npm run test:long` only. */
const long = process.env.TEST_LONG === '1';

export default defineConfig<{browserUnderTest: Browser['name']}>({
  testDir: 'e2e/scenarios',
  // Unit tests beside them are vitest's: *.test.ts.
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // `npm test` has two: each browser has one at a time, and previews take what is free. A browser mostly waits for its
  // DevTools, so that two cores do for both; what has marks of its own for time is tagged @alone, and runs by itself.
  workers: 1,
  // Nobody watches a browser on a shared CI machine stall: there a test may try once again, and the closing lines of `.ci/run` name it.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: long ? 30 * 60_000 : 90_000,
  expect: {timeout: 20_000},
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  ...(long ? {grep: /@long/} : {grepInvert: /@long/}),
  projects: [
    {name: 'firefox', workers: 1, use: {browserUnderTest: 'firefox'}},
    {name: 'chromium', workers: 1, use: {browserUnderTest: 'chromium'}},
    {name: 'packages', testDir: 'e2e/packages'},
    {name: 'preview', testDir: 'e2e/panel-preview'},
    {name: 'editor-preview', testDir: 'e2e/editor-preview'},
    {name: 'preview-index', testDir: 'e2e/preview'},
    {name: 'release', testDir: 'e2e/release'},
  ],
});
