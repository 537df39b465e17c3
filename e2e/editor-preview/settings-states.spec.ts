import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

for (const [state, title, reason] of [
  [
    'broken',
    'The settings cannot be loaded',
    'The browser says: Internal error opening backing store. Try again.',
  ],
  ['slow', 'The settings are not loaded yet', 'The browser is still reading them. Try again.'],
] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`settings that are ${state} say why, and can be tried again, ${theme}`, async ({
      page,
      previewUrl,
    }) => {
      await page.goto(`${previewUrl}settings.html?state=${state}&theme=${theme}`);
      await expect(page.getByRole('heading', {name: title})).toBeVisible();
      await expect(page.getByRole('alert')).toContainText(reason);
      await expect(page.getByRole('alert')).toContainText('Nothing was changed.');
      await loadAxe(page);
      expect(await findFaults(page)).toEqual([]);
      const loaded = page.waitForEvent('load');
      await page.getByRole('button', {name: 'Try again'}).click();
      await loaded;
      await expect(page.getByRole('heading', {name: title})).toBeVisible();
    });
  }
}

test('the settings say whether they are saved', async ({preview}) => {
  const page = await preview.openSettings();
  const status = page.getByRole('status').first();
  await expect(status).toHaveText('Changes are saved automatically.');
  const kept = page.getByLabel('Requests kept');
  await kept.fill('');
  await kept.blur();
  await expect(status).toHaveText('Not saved yet. Some fields are empty or not valid.');
  await kept.fill('50');
  await kept.blur();
  await expect(status).toHaveText('Saved');
});

for (const [what, button, heading] of [
  ['an endpoint', 'Remove endpoint 1', 'Endpoints'],
  ['a target', 'Remove target 1', 'Replay'],
  ['a permission', 'Revoke https://app.example.test/*', 'Permissions'],
] as const) {
  test(`the keyboard stays in its section when ${what} is removed`, async ({preview}) => {
    const page = await preview.openSettings();
    await page.getByRole('button', {name: button}).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', {name: button})).toHaveCount(0);
    await expect(page.getByRole('heading', {name: heading, exact: true})).toBeFocused();
  });
}

test('the keyboard is not taken from where a click put it when the control it left is removed', async ({
  preview,
}) => {
  const page = await preview.openSettings();
  const button = page.getByRole('button', {name: 'Remove endpoint 1'});
  await button.focus();
  await page.getByRole('heading', {name: 'Endpoints', exact: true}).click();
  await expect(page.locator('body')).toBeFocused();
  await button.evaluate((removed) => removed.remove());
  await expect(button).toHaveCount(0);
  await expect(page.locator('body')).toBeFocused();
});
