import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

export default defineConfig({
  // Tests in `src` of a package read its source code; tests of the packed package are in its folder `test`.
  resolve: {
    alias: {'@track-inspector/core': fileURLToPath(new URL('packages/core/src/index.ts', import.meta.url))},
  },
  test: {
    css: true,
    setupFiles: ['e2e/setup/compare-bytes.ts'],
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'e2e/**/*.test.ts',
      'packages/*/{src,test}/**/*.test.ts',
    ],
    // A fresh process for each file would take twice as long as the tests themselves, and the test files have no side
    // effects.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    // A property test is limited by its number of cases, not by time: on a busy machine five seconds are not enough.
    testTimeout: 120_000,
  },
});
