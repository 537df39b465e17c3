import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import type {Browser} from '../setup/browser-driver';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the extension for one browser, in dist or in the folder that EXTENSION_BUILDS names; resolves to its folder.
 */
export async function buildExtension(browser: Browser['name']): Promise<string> {
  const outDir = `${process.env.EXTENSION_BUILDS ?? `${root}dist`}/${browser}`;
  await build({root, mode: browser, logLevel: 'error', build: {outDir, emptyOutDir: true}});
  return outDir;
}
