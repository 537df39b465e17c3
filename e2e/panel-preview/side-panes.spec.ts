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
