import {readFile} from 'node:fs/promises';
import type {Page} from 'playwright/test';
import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

const pane = (page: Page) => page.getByRole('region', {name: 'Differences from the golden session'});

/** Saves the list as a golden session, applies `edit` to it and compares the list with it. */
async function compareWith(page: Page, edit: (text: string) => string): Promise<void> {
  await page.getByRole('button', {name: 'Export, resend, import'}).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Save filtered events as a golden session'}).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  await page.getByRole('button', {name: 'Export, resend, import'}).click();
  const file = {name: 'flow.golden.json', mimeType: 'application/json', buffer: Buffer.from(edit(text))};
  await page.getByLabel('Golden session file').setInputFiles(file);
}

for (const [theme, width] of [
  ['light', 1280],
  ['dark', 450],
] as const) {
  test(`values are masked by keyboard, and the golden session is saved so, ${theme}, ${width} pixels`, async ({
    preview,
  }) => {
    const page = await preview.open({theme, width});
    // An unreadable body would count as missing.
    await page.getByLabel('Filter', {exact: true}).fill('event:invite_sent');
    await compareWith(page, (text) =>
      text
        .replace(/"invitee_role": ".*"/g, '"invitee_role": "Other"')
        .replace(/"feature_name": ".*"/g, '"feature_name": "OTHER"'),
    );
    await expect(pane(page)).toContainText('Only the first 300 differences are shown.');
    await expect(pane(page).getByRole('listitem')).toHaveCount(300);
    const mask = pane(page).getByRole('button', {name: 'Mask /properties/invitee_role'});
    await mask.first().focus();
    await page.keyboard.press('Enter');
    await expect(mask).toHaveCount(0);
    await expect(pane(page)).toContainText('Masked values, not compared:/properties/invitee_role');
    await loadAxe(page);
    expect(await findFaults(page)).toEqual([]);
    await pane(page).focus();
    const save = pane(page).getByRole('button', {name: 'Save golden session'});
    for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
    await expect(save).toBeFocused();
    const saving = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const kept = await readFile(await (await saving).path(), 'utf8');
    expect(kept).toContain('"mask": ["/properties/invitee_role"]');
    expect(kept).toContain('"invitee_role": "<text>"');
    expect(kept).not.toContain('"Other"');
    expect(kept).toContain('"OTHER"');

    await pane(page).getByRole('button', {name: 'Compare /properties/invitee_role again'}).click();
    await expect(mask.first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}
