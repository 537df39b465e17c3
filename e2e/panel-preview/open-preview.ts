import type {Page} from 'playwright/test';
import {createPreviewTest} from '../setup/create-preview-test';

export {expect} from 'playwright/test';

interface PreviewOptions {
  theme?: 'light' | 'dark';
  width?: number;
  /** More parameters of the page: `{empty: '', granted: 'none'}`. */
  parameters?: Record<string, string>;
}

interface Preview {
  /** Opens the panel with its log in memory. */
  open(options?: PreviewOptions): Promise<Page>;
}

/** The panel in a plain page of Chromium: everything is real except the browser's API. */
export const test = createPreviewTest(new URL('.', import.meta.url)).extend<{preview: Preview}>({
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
