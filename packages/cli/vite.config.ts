import {join} from 'node:path';
import {defineConfig} from 'vite';

/**
 * No dependencies: what it uses is bundled. What reads plans is beside the program and loaded where there is one, since it is
 * the larger part, and a third of the time until a small recording is checked.
 */
export default defineConfig({
  root: import.meta.dirname,
  resolve: {alias: {'@track-inspector/core': join(import.meta.dirname, '../core/src/index.ts')}},
  ssr: {noExternal: true, target: 'node'},
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      output: {entryFileNames: 'track-inspector.js', chunkFileNames: '[name].js'},
    },
  },
});
