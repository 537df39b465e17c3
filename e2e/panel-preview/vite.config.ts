import {tmpdir} from 'node:os';
import {join} from 'node:path';
import preact from '@preact/preset-vite';
import {defineConfig} from 'vite';

/** A plain page that shows the panel without an extension: `npx vite e2e/panel-preview`. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  cacheDir: join(tmpdir(), 'track-inspector-panel-preview'),
  plugins: [preact()],
  server: {host: '127.0.0.1', hmr: false, watch: null},
  build: {target: 'es2023'},
});
