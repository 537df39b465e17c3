import {expect, test} from './open-preview';

/** Parts that are loaded when they are first shown, by module: how to open them, and their names. */
const parts = [
  {module: 'request-tabs', tab: 'Request', what: 'the request'},
  {module: 'EditPane', tab: 'Edit', what: 'the editor'},
] as const;

for (const {module, tab, what} of parts) {
  test(`where ${what} cannot be loaded, the panel says so and the rest goes on`, async ({preview, page}) => {
    await page.route(new RegExp(`/${module}-[^/]*\\.js`), (route) => route.abort());
    await preview.open();
    await page.locator('[role=row]', {hasText: 'signed_up'}).first().click();
    await page.getByRole('tab', {name: tab}).click();
    const details = page.getByRole('tabpanel');
    await expect(details).toContainText(`Could not load ${what}`);
    await expect(details).toContainText('If the extension was updated, close and reopen DevTools.');
    await page.getByRole('tab', {name: 'Event', exact: true}).click();
    await expect(details).toContainText('properties');
  });
}

test('where coverage cannot be loaded, the panel says so and the list comes back', async ({
  preview,
  page,
}) => {
  await page.route(/\/CoverageView-[^/]*\.js/, (route) => route.abort());
  await preview.open();
  await page.getByRole('button', {name: 'Coverage'}).click();
  await expect(page.getByText('Could not load coverage')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('treegrid')).toBeFocused();
});

test('where a menu cannot be loaded, the panel says so and nothing stays open', async ({preview, page}) => {
  await page.route(/\/menus-[^/]*\.js/, (route) => route.abort());
  await preview.open();
  await page.locator('[role=row]', {hasText: 'signed_up'}).first().click({button: 'right'});
  await expect(page.locator('.toast')).toContainText('menus');
  await expect(page.getByRole('menu')).toHaveCount(0);
});
