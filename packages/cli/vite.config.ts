import {join} from 'node:path';
import {defineConfig} from 'vite';

/**
 * No dependencies: everything is bundled. The code that reads plans is a separate chunk, loaded only if there is a
 * plan, since it is the larger part, and a third of the time of checking a small recording.
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
