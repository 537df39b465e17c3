import {join} from 'node:path';
import {defineConfig} from 'vite';

/** One file without dependencies: what it uses is bundled. The plan readers stay in it, so that it works offline. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: {alias: {'@track-inspector/core': join(import.meta.dirname, '../core/src/index.ts')}},
  ssr: {noExternal: true, target: 'node'},
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      output: {entryFileNames: 'track-inspector.js', codeSplitting: false},
    },
  },
});
