import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

export default defineConfig({
  // Tests beside the packages' code read the code; those of a package as it is packed are in its folder `test`.
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
    // Every file in a fresh process costs twice what the tests themselves take, and no file leaves anything behind.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    // A property test counts its cases, not its seconds: on a busy machine five of them are soon gone.
    testTimeout: 120_000,
  },
});
