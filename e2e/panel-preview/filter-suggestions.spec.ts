import type {Page} from 'playwright/test';
import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

const filter = (page: Page) => page.getByRole('combobox', {name: 'Filter'});
const options = (page: Page) => page.getByRole('listbox', {name: 'Suggestions'}).getByRole('option');
const active = (page: Page) => page.locator('[role=option][aria-selected=true]');

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`suggestions are below the filter, ${theme}, ${width} pixels wide`, async ({preview}) => {
      const page = await preview.open({theme, width});
      await loadAxe(page);
      await filter(page).pressSequentially('i');
      await expect(options(page).filter({hasText: 'event:invite_sent'})).toHaveCount(1);
      await page.keyboard.press('ArrowDown');
      await expect(active(page)).toHaveText(/^is:/);
      await expect(filter(page)).toHaveAttribute(
        'aria-activedescendant',
        (await active(page).getAttribute('id')) ?? '',
      );
      const box = await page.getByRole('listbox').boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(520);
      expect(await findFaults(page)).toEqual([]);
    });
  }
}

test('a word is completed by keyboard, then its value, and the list follows', async ({preview}) => {
  const page = await preview.open();
  await filter(page).pressSequentially('pro');
  await expect(options(page).first()).toHaveText(/^prop:/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(filter(page)).toHaveValue('prop:');
  await expect(filter(page)).toBeFocused();
  await expect(options(page).filter({hasText: 'prop:invitee_role'})).toHaveCount(1);
  await page.keyboard.type('invitee_role=');
  await expect(options(page).first()).toHaveText(/^prop:invitee_role=member\d+$/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(filter(page)).toHaveValue('prop:invitee_role=member');
  await expect(options(page)).toHaveCount(0);
  await expect(page.locator('[role=row]', {hasText: 'invite_sent'}).first()).toBeVisible();
  await expect(page.locator('[role=row]', {hasText: 'group_enriched'})).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treegrid')).toBeFocused();
});

test('the count of a suggestion is that of the rows it finds', async ({preview}) => {
  const page = await preview.open();
  await filter(page).pressSequentially('event:signed_u');
  const option = options(page).first();
  await expect(option).toContainText('event:signed_up');
  const [count] = (await option.locator('.filter-suggestion-count').textContent())?.match(/\d+/) ?? [];
  await option.click();
  await expect(filter(page)).toHaveValue('event:signed_up');
  await expect(filter(page)).toBeFocused();
  await expect(page.getByRole('contentinfo')).toContainText(`${count} of`);
});

test('Escape closes the suggestions, then empties the filter; Alt and Down show them again', async ({
  preview,
}) => {
  const page = await preview.open();
  await filter(page).pressSequentially('is:e');
  await expect(options(page)).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(filter(page)).toHaveValue('is:e');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(options(page)).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(filter(page)).toHaveValue('');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(options(page).first()).toHaveText(/^name:/);
});

test('the words of coverage are not completed', async ({preview}) => {
  const page = await preview.open({parameters: {coverage: '3'}});
  await filter(page).pressSequentially('pro');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(options(page)).toHaveCount(0);
});

test('a right press takes no suggestion, and leaves the list of them open', async ({preview}) => {
  const page = await preview.open();
  await filter(page).pressSequentially('i');
  await options(page).first().click({button: 'right'});
  await expect(filter(page)).toHaveValue('i');
  await expect(filter(page)).toBeFocused();
  await expect(options(page).first()).toBeVisible();
});
