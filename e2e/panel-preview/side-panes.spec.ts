import type {Page} from 'playwright/test';
import {expect, test} from './open-preview';

const bottomOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().bottom));
const backgroundOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);

for (const width of [1280, 450]) {
  test(`a new request has all the room of its pane, ${width} pixels wide`, async ({preview}) => {
    const page = await preview.open({width});
    await page.getByRole('button', {name: 'New request'}).click();
    await page
      .getByRole('textbox', {name: /Paste/})
      .fill(`curl 'https://api.app.thrivestack.ai/api/track' -d '[{"event_name": "a"}]'`);
    await page.getByRole('button', {name: 'Open as draft'}).click();
    await expect(page.locator('.cm-content')).toContainText('event_name');
    // The send bar is at the end of the panel, right above the status bar, and the text has the remaining space.
    await expect.poll(() => bottomOf(page, '.edit-send')).toBe(await bottomOf(page, '.split'));
    const pane = page.locator('.detail .tab-panel');
    expect(await pane.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
  });

  test(`what is to be resent is one surface, ${width} pixels wide`, async ({preview}) => {
    const page = await preview.open({width});
    await page.getByRole('button', {name: 'Export, resend, import'}).click();
    await page.getByRole('button', {name: 'Resend filtered requests…'}).click();
    await expect(page.getByRole('button', {name: /^Send \d+ requests$/})).toBeVisible();
    expect(await backgroundOf(page, '.resend')).toBe(await backgroundOf(page, '.resend > .edit-choices'));
    expect(await bottomOf(page, '.resend')).toBe(await bottomOf(page, '.split'));
  });
}

test('both values of a comparison are in sight, 450 pixels wide', async ({preview}) => {
  const page = await preview.open({width: 450});
  const list = page.getByRole('treegrid');
  await list
    .getByRole('row', {name: /invite_sent/})
    .first()
    .click();
  await page.getByRole('button', {name: 'Back to the list'}).click();
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', {name: 'Compare', exact: true}).click();
  const table = page.getByRole('region', {name: 'Changes by field'});
  await expect(table).toContainText('/properties/invitee_email');
  expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test('drafts whose rows are cleared are kept under New request, and counted', async ({preview}) => {
  const page = await preview.open({parameters: {state: 'visit'}});
  const rows = page.getByRole('treegrid', {name: 'Captured requests'}).locator('[role=row][aria-level="2"]');
  for (const place of [0, 1]) {
    await rows.nth(place).click();
    await page.getByRole('tab', {name: 'Edit'}).click();
    await page.locator('.cm-content').click();
    await page.keyboard.type(' ');
    await expect(page.getByRole('button', {name: 'Revert'})).toBeEnabled();
  }
  await page.getByRole('button', {name: 'Clear'}).click();
  await expect(page.locator('.toast')).toContainText('2 edited requests are no longer in the log.');
  await page.getByRole('button', {name: 'New request'}).click();
  const drafts = page.getByRole('button', {name: /^Draft of/});
  await expect(drafts).toHaveCount(2);
  await drafts.first().click();
  await expect(page.locator('.cm-content')).toBeVisible();
  await expect(drafts, 'the other one stays within reach').toHaveCount(1);
  await page.getByRole('button', {name: 'Revert'}).click();
  await drafts.first().click();
  await expect(drafts, 'what is as it was sent is not a draft any more').toHaveCount(0);
});

test('a second press on “Open as draft” opens nothing in place of what is pasted next', async ({preview}) => {
  const page = await preview.open();
  await page.evaluate(() => {
    const {secrets} = window.preview.store.dependencies;
    let asked = 0;
    // Takes a while, as on a busy machine.
    secrets.keep = async (value) => {
      document.body.dataset.asked = String(++asked);
      await new Promise((resolve) => setTimeout(resolve, 500 * asked));
      return `secret-${value}`;
    };
  });
  await page.getByRole('button', {name: 'New request'}).click();
  const area = page.getByRole('textbox', {name: /^Paste a cURL command/});
  await area.fill(
    `curl https://api.app.thrivestack.ai/api/track -H 'x-api-key: k-1' -d '[{"event_name":"pasted"}]'`,
  );
  await page.getByRole('checkbox', {name: /x-api-key/}).check();
  await page.getByRole('button', {name: 'Open as draft'}).dblclick();
  await page.getByRole('button', {name: 'Paste another'}).click();
  await expect(area).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute('data-asked', '1');
  await expect(page.getByRole('button', {name: /^Draft of/})).toHaveCount(1);
});
