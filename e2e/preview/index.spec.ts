import {expect} from 'playwright/test';
import {createPreviewTest} from '../setup/create-preview-test';
import {previewStates} from './states';

const test = createPreviewTest(new URL('.', import.meta.url));

test('the index shows every state of panel, editor and settings, in the theme that is chosen', async ({
  page,
  previewUrl,
}) => {
  test.setTimeout(300_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${previewUrl}preview/index.html`);
  const links = page.getByRole('navigation').getByRole('link');
  await expect(links).toHaveText(previewStates.map(({title}) => title));
  await page.getByLabel('Theme').selectOption('dark');
  for (const {title} of previewStates) {
    await links.getByText(title, {exact: true}).click();
    const root = page.frameLocator('iframe').locator('html[data-theme=dark]');
    const content = root.getByRole('toolbar').or(root.getByRole('heading')).or(root.locator('.cm-content'));
    await expect(content.first()).toBeVisible();
  }
  expect(errors).toEqual([]);
});
