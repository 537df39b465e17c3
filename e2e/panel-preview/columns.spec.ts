import type {Page} from 'playwright/test';
import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

const heads = '[role=columnheader]';

function readNames(page: Page) {
  return page.locator('.row:not(.row-visit) .row-name').allTextContents();
}

test('the default columns are those that were always there', async ({preview}) => {
  const page = await preview.open();
  await expect(page.locator(heads)).toHaveText(['Event', 'User', 'Group', 'Status', 'Time']);
  await page.setViewportSize({width: 450, height: 520});
  await expect(page.locator(heads)).toHaveText(['Event', 'User', 'Status', 'Time']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(450);
});

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`columns are chosen in a menu, and the settings remember them, ${theme}, ${width} pixels`, async ({
      preview,
    }) => {
      const page = await preview.open({theme, width});
      await loadAxe(page);
      await page.locator(heads).first().click({button: 'right'});
      const size = page.getByRole('menuitemcheckbox', {name: 'Size'});
      await expect(size).toHaveAttribute('aria-checked', 'false');
      expect(await findFaults(page), 'the menu').toEqual([]);
      await page.getByRole('menuitemcheckbox', {name: 'User'}).click();
      await size.click();
      await expect(size).toHaveAttribute('aria-checked', 'true');
      // A column that does not fit into the list says so.
      await expect(size).toHaveText(width === 450 ? 'Size(list too narrow)' : 'Size');
      await page.getByRole('menuitemcheckbox', {name: 'Group'}).click();
      await expect(size).toHaveText('Size');
      await page.keyboard.press('Escape');
      await expect(page.locator(heads).filter({hasText: 'Size'})).toBeVisible();
      await expect(page.locator(heads).filter({hasText: 'User'})).toHaveCount(0);
      await expect(
        page
          .locator('.cell-size')
          .filter({hasText: /^\d.* B$|KB$/})
          .first(),
      ).toBeVisible();
      expect(await findFaults(page), 'the list').toEqual([]);
      expect(await page.evaluate(() => window.preview.settings.value.panel.columns)).toEqual([
        'status',
        'time',
        'size',
      ]);
      await page.locator(heads).first().click({button: 'right'});
      await page.getByRole('menuitem', {name: 'Reset columns'}).click();
      await expect(page.locator(heads).filter({hasText: 'User'})).toBeVisible();
    });
  }
}

test('a press anywhere on a head sorts by it', async ({preview}) => {
  const page = await preview.open();
  for (const head of await page.locator(heads).all()) {
    const {width, height} = (await head.boundingBox()) ?? {width: 0, height: 0};
    await head.click({position: {x: width - 12, y: height / 2}});
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await head.click({position: {x: 12, y: height / 2}});
    await expect(head).toHaveAttribute('aria-sort', 'descending');
  }
});

test('a press on a head sorts up, then down, then as it was, below each page', async ({preview}) => {
  const page = await preview.open();
  const before = await readNames(page);
  const status = page.locator(heads).filter({hasText: 'Status'});
  await status.getByRole('button').click();
  await expect(status).toHaveAttribute('aria-sort', 'ascending');
  const shown = page.locator('.row:not(.row-visit) .cell-status');
  await status.getByRole('button').click();
  await expect(status).toHaveAttribute('aria-sort', 'descending');
  const states = (await shown.allTextContents()).filter((text) => text !== '');
  expect(states.indexOf('failed')).toBeLessThan(states.lastIndexOf('200'));
  expect(await readNames(page)).not.toEqual(before);
  await status.getByRole('button').click();
  await expect(status).toHaveAttribute('aria-sort', 'none');
  expect(await readNames(page)).toEqual(before);
});

test('a sorted list stays where it is while events come in', async ({preview}) => {
  const page = await preview.open({parameters: {load: '2000'}});
  const list = page.getByRole('treegrid');
  await page.locator(heads).filter({hasText: 'Time'}).getByRole('button').click();
  await page.locator(heads).filter({hasText: 'Time'}).getByRole('button').click();
  await list.evaluate((element) => element.scrollTo(0, 22 * 300));
  const readTop = () =>
    list.evaluate((element) => {
      const {x, y} = element.getBoundingClientRect();
      return document.elementFromPoint(x + 60, y + 100)?.closest('.row')?.textContent;
    });
  await expect.poll(readTop).toContain('user-');
  const before = await readTop();
  await page.evaluate(async () => {
    const [newest] = window.preview.buildLoad(3, 3, 'newer');
    if (newest) await window.preview.log.put({...newest, startedAt: 4e12});
  });
  await expect(page.getByRole('contentinfo')).toContainText('2,003 events');
  await expect.poll(readTop).toBe(before);
});

test('the head is one stop of the Tab key; keys move, sort, resize and choose', async ({preview}) => {
  const page = await preview.open();
  const user = page.locator(heads).filter({hasText: 'User'});
  await page.locator(heads).first().getByRole('button').focus();
  await page.keyboard.press('ArrowRight');
  await expect(user.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(user).toHaveAttribute('aria-sort', 'ascending');
  const width = async () => (await user.boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(width).toBe(before + 10);
  expect(await page.evaluate(() => window.preview.settings.value.panel.columnWidths)).toEqual({
    user: before + 10,
  });
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', {name: 'Columns'})).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(user.getByRole('button')).toBeFocused();
});

test('the pointer drags a column wider by its left edge, and sorts nothing by that', async ({preview}) => {
  const page = await preview.open();
  const group = page.locator(heads).filter({hasText: 'Group'});
  const box = await group.boundingBox();
  if (!box) throw new Error('The head of Group is not shown.');
  await page.mouse.move(box.x + 3, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x - 57, box.y + 10, {steps: 4});
  await page.mouse.up();
  await expect.poll(async () => (await group.boundingBox())?.width).toBe(box.width + 60);
  await expect(group).toHaveAttribute('aria-sort', 'none');
});

test('a column that is made as wide as it can be stays under the pointer and the keys', async ({preview}) => {
  const page = await preview.open({width: 700});
  await page.evaluate(() => {
    const {settings} = window.preview;
    const {panel} = settings.value;
    settings.value = {...settings.value, panel: {...panel, columns: ['page', 'status', 'time']}};
  });
  const head = page.locator(heads).filter({hasText: 'Page'});
  const box = await head.boundingBox();
  if (!box) throw new Error('The head of Page is not shown.');
  await page.mouse.move(box.x + 3, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x - 400, box.y + 10, {steps: 4});
  await page.mouse.up();
  await expect(page.locator(heads)).toHaveText(['Event', 'Page', 'Status', 'Time']);
  const widest = (await head.boundingBox())?.width;
  await head.getByRole('button').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(head.getByRole('button')).toBeFocused();
  expect((await head.boundingBox())?.width).toBe(widest);
});

test('without the column that it is sorted by, the list is in the order of sending', async ({preview}) => {
  const page = await preview.open();
  const order = () => page.locator('.row:not(.row-visit) .row-name').allTextContents();
  const sent = await order();
  const user = page.locator(heads).filter({hasText: 'User'});
  await user.getByRole('button').click();
  await user.getByRole('button').click();
  await expect.poll(order).not.toEqual(sent);
  const sorted = await order();
  const choose = async () => {
    await page.locator(heads).filter({hasText: 'Time'}).click({button: 'right'});
    await page.getByRole('menuitemcheckbox', {name: 'User'}).click();
    await page.keyboard.press('Escape');
  };
  await choose();
  await expect.poll(order).toEqual(sent);
  await choose();
  await expect.poll(order).toEqual(sorted);
});

test('only a drag with the left button changes a width', async ({preview}) => {
  const page = await preview.open();
  await page.locator('[role=row]', {hasText: 'signed_up'}).first().click();
  const panel = () => page.evaluate(() => window.preview.settings.peek().panel);
  const before = await panel();
  for (const place of [
    page.getByRole('separator', {name: 'Width of the list'}),
    page.locator('.head-grip').first(),
  ]) {
    const box = await place.boundingBox();
    if (!box) throw new Error('There is nothing to drag.');
    await page.mouse.move(box.x + box.width / 2, box.y + 8);
    await page.mouse.down({button: 'right'});
    await page.mouse.move(box.x + 80, box.y + 8, {steps: 3});
    await page.mouse.up({button: 'right'});
    await page.keyboard.press('Escape');
  }
  const grip = await page.locator('.head-grip').first().boundingBox();
  await page.mouse.click((grip?.x ?? 0) + 1, (grip?.y ?? 0) + 8);
  expect(await panel()).toEqual(before);
});
