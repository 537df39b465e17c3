import {fileURLToPath} from 'node:url';
import {test as base, type Page} from 'playwright/test';
import {createServer} from 'vite';
import {expectChromium} from '../setup/browsers';

export {expect} from 'playwright/test';

interface PreviewOptions {
  theme?: 'light' | 'dark';
  width?: number;
  /** More of the page's own parameters: `{empty: '', granted: 'none'}`. */
  parameters?: Record<string, string>;
}

interface Preview {
  /** Opens the panel over its log in memory. */
  open(options?: PreviewOptions): Promise<Page>;
}

/** The panel in a plain page of Chromium: everything but the browser's own API is the real thing. */
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
    await use({
      async open({theme = 'light', width = 1280, parameters = {}} = {}) {
        await page.setViewportSize({width, height: 520});
        await page.goto(`${previewUrl}?${new URLSearchParams({theme, ...parameters})}`);
        await page.getByRole('toolbar').waitFor();
        return page;
      },
    });
  },
});
