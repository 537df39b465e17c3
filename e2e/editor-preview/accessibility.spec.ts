import {findFaults, loadAxe} from '../setup/axe';
import {expect, test} from './open-preview';

/** The pane is part of the panel, which contains the heading. */
const partOfPanel = {rules: {'page-has-heading-one': {enabled: false}}};

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`axe finds nothing in the editor, ${theme}, ${width} pixels wide`, async ({preview}) => {
      const page = await preview.open('faulty', {theme, width});
      await loadAxe(page);
      await page.locator('.cm-content').focus();
      await page.keyboard.press('F8');
      await page.keyboard.press('Alt+Enter');
      for (const face of ['Text', 'Changes', 'Headers']) {
        await page.getByRole('radio', {name: face}).check();
        if (face === 'Changes') await page.locator('.cm-merge-b').waitFor();
        expect(await findFaults(page, partOfPanel), `the face ${face}`).toEqual([]);
      }
      await page.getByRole('button', {name: /^Fix/}).click();
      await page.getByRole('dialog').waitFor();
      expect(await findFaults(page, partOfPanel), 'the fixes').toEqual([]);
    });

    test(`axe finds nothing in the settings, ${theme}, ${width} pixels wide`, async ({preview}) => {
      const page = await preview.openSettings({theme, width});
      await page.getByRole('button', {name: 'Add a target'}).click();
      await page.getByRole('textbox', {name: 'Name'}).last().press('Tab');
      await page.getByText('Enter a name.').waitFor();
      await loadAxe(page);
      expect(await findFaults(page, partOfPanel)).toEqual([]);
    });
  }
}
