import type {Page} from 'playwright/test';
import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

const menu = (page: Page) => page.locator('#kept-runs-menu');

async function save(page: Page, name: string): Promise<void> {
  // Its field must have the focus as soon as the menu opens.
  await page.getByRole('button', {name: 'Saved runs'}).evaluate((button: HTMLElement) => {
    button.focus();
    button.click();
    if (document.activeElement?.ariaLabel !== 'Name of the run')
      throw new Error('What is typed now is lost.');
  });
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Saved the run “${name}”.`)).toBeVisible();
}

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`saved runs are listed within the panel, ${theme}, ${width} pixels wide`, async ({preview}) => {
      const page = await preview.open({theme, width, parameters: {coverage: '3'}});
      await loadAxe(page);
      await save(page, 'Release 4');
      await page.getByRole('button', {name: 'Saved runs'}).click();
      await expect(menu(page)).toContainText('1 of 3 rows always right');
      const box = await menu(page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(await findFaults(page)).toEqual([]);
    });
  }
}

test('a saved run is compared with, renamed, deleted and brought back, by keyboard', async ({preview}) => {
  const page = await preview.open({parameters: {coverage: '3'}});
  await save(page, 'Release 4');
  await page.getByRole('button', {name: 'Start a new run'}).click();
  await page.getByLabel('Compare with', {exact: true}).selectOption('Compared with “Release 4”');
  const lost = page.getByRole('row', {name: /Invoice Created/});
  await expect(lost).toContainText('was never right');
  await page.getByRole('button', {name: 'Saved runs'}).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('Name of Release 4')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Release 5');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Compare with', {exact: true})).toContainText('Compared with “Release 5”');
  await page.getByRole('button', {name: 'Delete Release 5'}).click();
  await expect(lost).toHaveCount(0);
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect(lost).toContainText('was never right');
});
