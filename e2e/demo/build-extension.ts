import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import type {Browser} from '../setup/browser-driver';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the extension as `npm run build` does, for one browser; resolves to its folder. */
export async function buildExtension(browser: Browser['name']): Promise<string> {
  await build({root, mode: browser, logLevel: 'warn'});
  return `${root}dist/${browser}`;
}
