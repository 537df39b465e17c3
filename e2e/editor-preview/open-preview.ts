import {fileURLToPath} from 'node:url';
import {test as base, type Page} from 'playwright/test';
import {createServer} from 'vite';
import {expectChromium} from '../setup/browsers';
import type {SampleName} from './samples';

export {expect} from 'playwright/test';

interface PreviewOptions {
  theme?: 'light' | 'dark';
  width?: number;
}

interface Preview {
  /** Opens the editor on a sample, over a log and a background in memory. */
  open(sample: SampleName, options?: PreviewOptions): Promise<Page>;
  /** Opens the settings page over settings in memory. */
  openSettings(options?: PreviewOptions): Promise<Page>;
}

/** Editor and settings in a plain page of Chromium: everything but the browser's own API is the real thing. */
export const test = base.extend<{preview: Preview}, {previewUrl: string}>({
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
      const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));
      const server = await createServer({configFile, logLevel: 'error', server: {port: 0}});
      await server.listen();
      await use(server.resolvedUrls?.local[0] ?? '');
      await server.close();
    },
    {scope: 'worker'},
  ],
  preview: async ({page, previewUrl}, use) => {
    const load = async (path: string, {theme = 'light', width = 1000}: PreviewOptions) => {
      await page.setViewportSize({width, height: 560});
      await page.goto(`${previewUrl}${path}${path.includes('?') ? '&' : '?'}theme=${theme}`);
    };
    await use({
      async open(sample, options = {}) {
        await load(`?sample=${sample}`, options);
        await page.locator('.cm-content').waitFor();
        return page;
      },
      async openSettings(options = {}) {
        await load('settings.html', options);
        await page.getByRole('heading', {name: 'Rules'}).waitFor();
        return page;
      },
    });
  },
});
