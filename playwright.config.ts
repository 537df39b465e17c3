import {defineConfig} from 'playwright/test';
import type {Browser} from './e2e/setup/browser-driver';

/** Scenarios tagged @long (load and faults) take longer than `npm test` may. Only `npm run test:long` runs them. */
const long = process.env.TEST_LONG === '1';

export default defineConfig<{browserUnderTest: Browser['name']}>({
  testDir: 'e2e/scenarios',
  // The unit tests in these folders (*.test.ts) are run by vitest.
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // `npm test` has two workers: each browser uses one at a time, and previews use a free one. A browser mostly waits
  // for its DevTools, so two cores are enough for both. Tests that measure time are tagged @alone and run separately.
  workers: 1,
  // On a shared CI machine a browser can stall, so a test may be retried once there; the last lines of `.ci/run` name
  // it.
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
