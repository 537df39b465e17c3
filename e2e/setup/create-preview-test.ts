import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {test as base} from 'playwright/test';
import {build, type PreviewServer, preview} from 'vite';
import {expectChromium} from './browsers';

/**
 * A test for plain pages in Chromium, built with the vite config of that folder, at `previewUrl`. They are built
 * once: a page with about 700 modules takes longer to load than most tests run.
 */
export function createPreviewTest(folder: URL) {
  return base.extend<object, {previewUrl: string}>({
    launchOptions: [
      // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern what a fixture needs.
      async ({}, use) => {
        await use({executablePath: await expectChromium(), chromiumSandbox: process.getuid?.() !== 0});
      },
      {scope: 'worker'},
    ],
    previewUrl: [
      // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern what a fixture needs.
      async ({}, use) => {
        const outDir = await mkdtemp(join(tmpdir(), 'track-inspector-preview-'));
        const server = await serveBuilt(fileURLToPath(new URL('vite.config.ts', folder)), outDir);
        await use(server.resolvedUrls?.local[0] ?? '');
        await server.close();
        await rm(outDir, {recursive: true, force: true});
      },
      {scope: 'worker'},
    ],
  });
}

async function serveBuilt(configFile: string, outDir: string): Promise<PreviewServer> {
  const options = {configFile, logLevel: 'error', build: {outDir, emptyOutDir: true}} as const;
  await build(options);
  return await preview({...options, preview: {host: '127.0.0.1', port: 0}});
}
