import type {Page} from 'playwright/test';
import {expect, test} from './open-preview';

const message = (page: Page) => page.locator('.toast');
const close = (page: Page) => page.getByRole('button', {name: 'Close this message'});
const details = (page: Page) => page.getByRole('tablist', {name: 'Details'});

async function tell(page: Page, text: string): Promise<void> {
  await page.evaluate((said) => window.preview.store.notices.tell(said), text);
  await expect(message(page)).toContainText(text);
}

test('a message that has the keyboard or the mouse is what Escape closes', async ({preview}) => {
  const page = await preview.open();
  const list = page.getByRole('treegrid', {name: 'Captured requests'});
  await list.locator('[role=row]', {hasText: 'group_enriched'}).first().click();
  await expect(details(page)).toBeVisible();
  await tell(page, 'First.');
  await close(page).focus();
  await page.keyboard.press('Escape');
  await expect(message(page)).toHaveCount(0);
  await expect(details(page)).toBeVisible();
  await expect(list, 'the keyboard goes back').toBeFocused();
  await tell(page, 'Second.');
  await message(page).hover();
  await page.keyboard.press('Escape');
  await expect(message(page)).toHaveCount(0);
  await expect(details(page)).toBeVisible();
  await tell(page, 'Third.');
  await page.mouse.move(10, 200);
  await page.keyboard.press('Escape');
  await expect(details(page), 'one that only stands there is not in the way').toHaveCount(0);
  await expect(message(page)).toBeVisible();
});

for (const [width, height] of [
  [450, 600],
  [1_280, 600],
  [450, 220],
] as const)
  test(`a message covers no part of the status bar at ${width} × ${height}`, async ({page, preview}) => {
    await preview.open();
    await page.setViewportSize({width, height});
    await tell(page, 'A message that is long enough for more than one line of a narrow panel. '.repeat(2));
    const [toast, bar] = await Promise.all([
      message(page).boundingBox(),
      page.getByRole('contentinfo').boundingBox(),
    ]);
    if (toast === null || bar === null) throw new Error('The message or the status bar is not shown.');
    expect(toast.y + toast.height).toBeLessThanOrEqual(bar.y);
    expect(toast.y).toBeGreaterThan(0);
    expect(toast.x).toBeGreaterThanOrEqual(0);
    expect(toast.x + toast.width).toBeLessThanOrEqual(width);
  });

test('a message passes, also after one that was closed by keyboard', async ({page, preview}) => {
  await page.clock.install();
  await preview.open();
  await tell(page, 'First.');
  await close(page).focus();
  await page.clock.runFor(20_000);
  await expect(message(page), 'it stays while the keyboard is on it').toBeVisible();
  await page.keyboard.press('Enter');
  await expect(message(page)).toHaveCount(0);
  await tell(page, 'Second.');
  await page.clock.runFor(6_500);
  await expect(message(page)).toHaveCount(0);
});

test('the keyboard goes back from a link that the next message does not have', async ({page, preview}) => {
  await page.clock.install();
  await preview.open();
  const list = page.getByRole('treegrid', {name: 'Captured requests'});
  await list.focus();
  await page.evaluate(() => {
    const {notices} = window.preview.store;
    notices.tell('Under way.', {title: 'Cancel', follow: () => notices.tell('Cancelled.')});
  });
  await page.getByRole('button', {name: 'Cancel', exact: true}).focus();
  await page.keyboard.press('Enter');
  await expect(message(page)).toContainText('Cancelled.');
  await expect(list).toBeFocused();
  await page.clock.runFor(6_500);
  await expect(message(page), 'it is not held any more').toHaveCount(0);
});
