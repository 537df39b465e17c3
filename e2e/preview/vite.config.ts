import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import preact from '@preact/preset-vite';
import {defineConfig} from 'vite';

/** Absolute paths: the build resolves relative ones against the current folder, the development server against `root`. */
const pages = [
  'index.html',
  '../panel-preview/index.html',
  '../editor-preview/index.html',
  '../editor-preview/settings.html',
].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** `npm run preview`: panel, editor and settings in their states, in plain pages without the extension. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: join(tmpdir(), 'track-inspector-preview'),
  plugins: [preact()],
  server: {host: '127.0.0.1', open: process.env.CI === undefined ? '/preview/index.html' : false},
  build: {
    target: 'es2023',
    rolldownOptions: {input: pages},
  },
});
