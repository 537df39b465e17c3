import type {Page} from 'playwright/test';
import {harOf} from '../scenarios/steps/controls/samples';
import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

function row(page: Page, text: string) {
  return page.locator('[role=row]', {hasText: text}).first();
}

const menu = '[role=menu]';

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`a row's menu and a comparison, ${theme}, ${width} pixels wide`, async ({preview}) => {
      const page = await preview.open({theme, width});
      await loadAxe(page);
      await row(page, 'invite_sent').click({button: 'right'});
      await expect(page.getByRole('menuitem', {name: 'Open', exact: true})).toBeFocused();
      const box = await page.locator(menu).boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(520);
      expect(await findFaults(page), 'the menu').toEqual([]);
      await page.getByRole('menuitem', {name: 'Select for compare'}).click();
      await expect(page.locator(menu)).toBeHidden();
      await row(page, 'Invalid timestamp').click({modifiers: ['ControlOrMeta']});
      await row(page, 'signed_up').click({modifiers: ['ControlOrMeta']});
      await expect(page.locator('[role=row][aria-selected=true]')).toHaveCount(2);
      await expect(page.getByRole('group', {name: 'Compare'})).toContainText('signed_up');
      expect(await findFaults(page), 'two rows selected').toEqual([]);
      await page.getByRole('button', {name: 'Compare', exact: true}).click();
      await expect(page.getByRole('row', {name: '/event_name'})).toContainText('"signed_up"');
      expect(await findFaults(page), 'the comparison').toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('treegrid')).toBeFocused();
    });
  }
}

test('keys alone open the menu of a row, choose in it, and close it', async ({preview}) => {
  const page = await preview.open();
  const list = page.getByRole('treegrid');
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', {name: 'Actions for signed_up'})).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator(menu)).toBeHidden();
  await expect(list).toBeFocused();
  await page.keyboard.press('ContextMenu');
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem').last()).toBeFocused();
  await page.getByRole('menuitem', {name: 'Show only this event name'}).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Filter', {exact: true})).toHaveValue('name:=signed_up');
  await expect(list).toBeFocused();
});

test('Space selects one event, then another, and compares them', async ({preview}) => {
  const page = await preview.open();
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  const bar = page.getByRole('group', {name: 'Compare'});
  await expect(bar).toContainText('Select another row to compare with signed_up');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(bar).toContainText('Select an event to compare with signed_up');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', {name: 'Compare'})).toBeVisible();
  await expect(page.getByRole('row', {name: '/event_name'})).toContainText('"signed_up"');
  await expect(bar).toBeHidden();
});

test('the menu copies, pins and hides, and what it does is seen', async ({preview, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await preview.open();
  const choose = async (name: string) => {
    await row(page, 'Invalid timestamp').click({button: 'right'});
    await page.getByRole('menuitem', {name, exact: true}).click();
  };
  await choose('Copy as cURL');
  await expect(page.getByText('Copied as cURL.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^curl /m);
  await choose('Pin request');
  await expect(row(page, 'Invalid timestamp').getByText('pinned')).toBeAttached();
  await choose('Edit and resend');
  await expect(page.getByRole('tab', {name: 'Edit'})).toHaveAttribute('aria-selected', 'true');
  await choose('Hide this event name');
  await expect(page.getByLabel('Filter', {exact: true})).toHaveValue('-name:=invite_sent');
  await expect(row(page, 'Invalid timestamp')).toBeHidden();
});

test('a heading of a page has a menu, a press elsewhere closes it', async ({preview}) => {
  const page = await preview.open();
  await row(page, 'app.acme.example/account').click({button: 'right'});
  await expect(page.getByRole('menuitem', {name: 'Collapse'})).toBeVisible();
  await page.getByRole('contentinfo').click();
  await expect(page.locator(menu)).toBeHidden();
});

for (const from of ['Imported from first.har', 'first_thing']) {
  test(`one of two imports is removed by the menu of ${from}, and comes back`, async ({preview}) => {
    const page = await preview.open({parameters: {empty: ''}});
    await importHar(page, 'first_thing');
    await importHar(page, 'second_thing');
    const list = page.getByRole('treegrid', {name: 'Captured requests'});
    await expect(list.getByText('second_thing')).toBeVisible();
    await row(page, from).click({button: 'right'});
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem', {name: 'Remove this import'})).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(list.getByText('first_thing')).toHaveCount(0);
    await expect(list.getByText('second_thing')).toBeVisible();
    await expect(list).toBeFocused();
    await expect(page.getByText('Removed the import first.har (1 request).')).toBeVisible();
    await page.getByRole('button', {name: 'Undo'}).click();
    await expect(list.getByText('first_thing')).toBeVisible();
  });
}

/** Reads a log of one request from disk. */
async function importHar(page: Page, event: string): Promise<void> {
  const {name, text} = harOf(event);
  await page.getByRole('button', {name: 'Export, resend, import'}).click();
  const file = {name, mimeType: 'application/json', buffer: Buffer.from(text)};
  await page.getByLabel('HAR or NDJSON file').setInputFiles(file);
}
