import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`the first run leads from the permission to the reload, ${theme}, ${width} pixels`, async ({
      preview,
    }) => {
      const page = await preview.open({theme, width, parameters: {empty: '', granted: 'none'}});
      await loadAxe(page);
      const steps = page.getByRole('region', {name: 'Nothing captured yet'});
      await expect(steps).toContainText('Without permission for https://app.acme.example');
      await expect(page.locator('.banner')).toHaveCount(0);
      expect(await findFaults(page), 'without a permission').toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.getByRole('button', {name: 'Capture on this site'}).click();
      await expect(page.getByRole('button', {name: 'Reload the page'})).toHaveCount(1);
      expect(await findFaults(page), 'with it').toEqual([]);
      await page.getByRole('button', {name: 'Reload the page'}).click();
      expect(await page.evaluate(() => window.preview.reloads())).toBe(1);
      await page.getByRole('button', {name: 'Do not show this again'}).click();
      await expect(steps).toHaveCount(0);
      await expect(page.getByText('Use the page. Each batch')).toBeVisible();
      expect(await page.evaluate(() => window.preview.settings.value.panel.welcomed)).toBe(true);
    });
  }
}

test('the first request takes the place of the first steps for good', async ({preview}) => {
  const page = await preview.open({parameters: {empty: ''}});
  const steps = page.getByRole('region', {name: 'Nothing captured yet'});
  await expect(steps).toBeVisible();
  await page.evaluate(async () => {
    const [first] = window.preview.buildVisit();
    if (first) await window.preview.log.put(first);
  });
  await expect(page.getByRole('treegrid')).toBeVisible();
  await page.getByRole('button', {name: 'Clear', exact: true}).click();
  await expect(page.getByText('Use the page. Each batch')).toBeVisible();
  await expect(steps).toHaveCount(0);
});
