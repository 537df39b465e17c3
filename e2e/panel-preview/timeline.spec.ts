import type {Page} from 'playwright/test';
import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

const filter = (page: Page) => page.getByLabel('Filter', {exact: true});
const strip = (page: Page) => page.getByRole('group', {name: 'Requests over time'});

async function drag(page: Page, from: number, to: number): Promise<void> {
  const box = await page.locator('.timeline-frame').boundingBox();
  if (!box) throw new Error('The timeline is not shown.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, {steps: 4});
  await page.mouse.up();
}

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`a part of the time is chosen by the pointer, ${theme}, ${width} pixels wide`, async ({preview}) => {
      const page = await preview.open({theme, width});
      await loadAxe(page);
      await expect(strip(page).getByRole('img')).toHaveAccessibleName(/^13 requests from .* to /);
      await drag(page, 0, 0.3);
      await expect(filter(page)).toHaveValue(/^after:\S+ before:\S+$/);
      await expect(page.locator('[role=row]', {hasText: 'signed_up'}).first()).toBeVisible();
      await expect(page.locator('[role=row]', {hasText: 'Invalid timestamp'})).toHaveCount(0);
      await expect(page.getByRole('slider')).toHaveCount(2);
      expect(await findFaults(page)).toEqual([]);
      await page.getByRole('button', {name: 'Show all times'}).click();
      await expect(filter(page)).toHaveValue('');
      await expect(page.locator('[role=row]', {hasText: 'Invalid timestamp'})).toHaveCount(1);
    });
  }
}

test('keys choose a part of the time, and keep the other words of the filter', async ({preview}) => {
  const page = await preview.open();
  await filter(page).fill('type:track');
  await strip(page).getByRole('button', {name: 'Choose a time range'}).focus();
  await page.keyboard.press('Enter');
  await expect(filter(page)).toHaveValue(/^type:track after:\S+ before:\S+$/);
  const before = await filter(page).inputValue();
  await page.getByRole('slider', {name: 'To'}).focus();
  await page.keyboard.press('PageDown');
  await expect(filter(page)).not.toHaveValue(before);
  await page.keyboard.press('End');
  await expect(filter(page)).toHaveValue(before);
  await page.keyboard.press('Home');
  const to = await page.getByRole('slider', {name: 'To'}).getAttribute('aria-valuenow');
  await expect(page.getByRole('slider', {name: 'From'})).toHaveAttribute('aria-valuenow', to ?? '');
});

test('the strip costs as many elements as it has room for, whatever there is', async ({preview}) => {
  const page = await preview.open({parameters: {load: '100000'}});
  await expect(strip(page).getByRole('img')).toHaveAccessibleName(/^5,000 requests/);
  expect(await page.locator('.timeline rect').count()).toBeLessThan(1280);
});

test('the strip can be put away, and a low panel leaves its room to the rows', async ({preview}) => {
  const page = await preview.open();
  await expect(strip(page)).toBeVisible();
  await page.setViewportSize({width: 1280, height: 220});
  await expect(strip(page)).toBeHidden();
  await page.setViewportSize({width: 450, height: 520});
  await page.getByRole('button', {name: 'Timeline'}).click();
  await expect(strip(page)).toHaveCount(0);
  await page.getByRole('button', {name: 'Timeline'}).click();
  await page.setViewportSize({width: 1280, height: 520});
  await page.getByRole('button', {name: 'Timeline'}).click();
  await expect(strip(page)).toHaveCount(0);
  expect(await page.evaluate(() => window.preview.settings.value.panel.timeline)).toBe(false);
});

test('the strip says how many requests it shows, and how many are from other times', async ({preview}) => {
  const page = await preview.open();
  const bars = strip(page).getByRole('img');
  await expect(bars).toHaveAccessibleName(/^13 requests from \S+ to \S+$/);
  await page.evaluate(async () => {
    const [newest] = window.preview.buildLoad(1, 1, 'imported');
    const imported = {id: 'f', file: 'visit.har'};
    if (newest) await window.preview.log.put({...newest, startedAt: 1e12, imported, seenBy: ['import']});
  });
  await expect(bars).toHaveAccessibleName(/^13 requests from \S+ to \S+, 1 at other times$/);
});
