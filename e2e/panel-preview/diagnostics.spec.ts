import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`diagnostics are shown before they are copied, ${theme}, ${width} pixels wide`, async ({
      preview,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const page = await preview.open({theme, width});
      await loadAxe(page);
      await page.keyboard.press('?');
      await page.getByRole('button', {name: 'Show diagnostics'}).click();
      const shown = await page.locator('.help-diagnostics').textContent();
      expect(shown).toContain('13 requests');
      expect(shown).not.toContain('acme');
      expect(await findFaults(page)).toEqual([]);
      await page.getByRole('button', {name: 'Copy diagnostics'}).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
      await page.getByRole('button', {name: 'Close this message'}).click();
      await expect(page.locator('.toast')).toHaveCount(0);
    });
  }
}
