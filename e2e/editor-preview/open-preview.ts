import type {Page} from 'playwright/test';
import {createPreviewTest} from '../setup/create-preview-test';
import type {SampleName} from './samples';

export {expect} from 'playwright/test';

interface PreviewOptions {
  theme?: 'light' | 'dark';
  width?: number;
}

interface Preview {
  /** Opens the editor with a sample, using a log and a background in memory. */
  open(sample: SampleName, options?: PreviewOptions): Promise<Page>;
  /** Opens the settings page with settings in memory. */
  openSettings(options?: PreviewOptions): Promise<Page>;
}

/** Editor and settings in a plain page of Chromium: everything is real except the browser's API. */
export const test = createPreviewTest(new URL('.', import.meta.url)).extend<{preview: Preview}>({
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
