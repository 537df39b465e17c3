import {readFile} from 'node:fs/promises';
import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

const file = (text: string) => ({
  name: 'track-inspector.config.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`an import shows what it changes before it is stored, ${theme}, ${width} pixels`, async ({
      preview,
    }) => {
      const page = await preview.openSettings({theme, width});
      const input = page.getByLabel('Settings file');
      await input.setInputFiles(file('{"rules": {"bad-email": "off"}, "endpoints": []}'));
      await expect(page.getByRole('row', {name: /rules\.bad-email/})).toContainText('"off"');
      await loadAxe(page);
      expect(await findFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.getByRole('button', {name: 'Import these settings'}).click();
      await expect(page.getByText('are imported.')).toBeVisible();
      await page.getByRole('button', {name: 'Export settings'}).scrollIntoViewIfNeeded();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', {name: 'Export settings'}).click(),
      ]);
      expect(download.suggestedFilename()).toBe('track-inspector.config.json');
      const exported = JSON.parse(await readFile(await download.path(), 'utf8'));
      expect(exported).toMatchObject({rules: {'bad-email': 'off'}});
      expect(exported).not.toHaveProperty('endpoints');
    });
  }
}

test('a faulty file says what is wrong and where, and changes nothing', async ({preview}) => {
  const page = await preview.openSettings();
  await page.getByLabel('Settings file').setInputFiles(file('{\n  "rulez": {}\n}'));
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('track-inspector.config.json was not imported.');
  await expect(alert).toContainText('Line 2, column 3, rulez: There is no setting with this name.');
  await expect(page.getByRole('button', {name: 'Import these settings'})).toHaveCount(0);
});

test('a reset shows what it changes, and can be cancelled', async ({preview}) => {
  const page = await preview.openSettings();
  await page.getByRole('button', {name: 'Reset all settings…'}).click();
  await expect(page.getByRole('row', {name: /replay\.targets/})).toContainText('not set');
  await page.getByRole('button', {name: 'Cancel'}).click();
  await expect(page.getByRole('row', {name: /replay\.targets/})).toHaveCount(0);
  await page.getByRole('button', {name: 'Reset all settings…'}).click();
  await page.getByRole('button', {name: 'Reset all settings', exact: true}).click();
  await expect(page.getByText('All settings are reset.')).toBeVisible();
});
