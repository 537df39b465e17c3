import {defineConfig} from 'vite';

/** One file. Its packages are not bundled, since a second copy of Playwright would refuse to run. */
export default defineConfig({
  root: import.meta.dirname,
  ssr: {noExternal: true, external: ['@playwright/test', '@track-inspector/core'], target: 'node'},
  build: {
    ssr: 'src/index.ts',
    target: 'node20',
    minify: false,
    rolldownOptions: {output: {entryFileNames: 'index.js', codeSplitting: false}},
  },
});
