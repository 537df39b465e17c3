import {tmpdir} from 'node:os';
import {join} from 'node:path';
import preact from '@preact/preset-vite';
import {defineConfig} from 'vite';

/** `npm run preview`: panel, editor and settings in their states, in plain pages without the extension. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: join(tmpdir(), 'track-inspector-preview'),
  plugins: [preact()],
  server: {host: '127.0.0.1', open: process.env.CI === undefined ? '/preview/index.html' : false},
  build: {
    target: 'es2023',
    rolldownOptions: {
      input: [
        'e2e/preview/index.html',
        'e2e/panel-preview/index.html',
        'e2e/editor-preview/index.html',
        'e2e/editor-preview/settings.html',
      ],
    },
  },
});
