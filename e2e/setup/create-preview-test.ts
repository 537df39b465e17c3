import {fileURLToPath} from 'node:url';
import {test as base} from 'playwright/test';
import {createServer} from 'vite';
import {expectChromium} from './browsers';

/** A test over plain pages in Chromium, which the vite configuration of that folder serves at `previewUrl`. */
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
        const configFile = fileURLToPath(new URL('vite.config.ts', folder));
        const server = await createServer({configFile, logLevel: 'error', server: {port: 0}});
        await server.listen();
        await use(server.resolvedUrls?.local[0] ?? '');
        await server.close();
      },
      {scope: 'worker'},
    ],
  });
}
