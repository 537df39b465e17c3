import {tmpdir} from 'node:os';
import {join} from 'node:path';
import preact from '@preact/preset-vite';
import {defineConfig} from 'vite';

/** A plain page that shows the editor without an extension: `npx vite e2e/editor-preview`. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  cacheDir: join(tmpdir(), 'track-inspector-editor-preview'),
  plugins: [preact()],
  server: {host: '127.0.0.1', hmr: false, watch: null},
  build: {
    target: 'es2023',
    rolldownOptions: {input: ['e2e/editor-preview/index.html', 'e2e/editor-preview/settings.html']},
  },
});
