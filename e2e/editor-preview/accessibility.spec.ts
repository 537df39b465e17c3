import {createRequire} from 'node:module';
import type {AxeResults} from 'axe-core';
import type {Page} from 'playwright/test';
import {expect, test} from './open-preview';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1280, 450]) {
    test(`axe finds nothing in the editor, ${theme}, ${width} pixels wide`, async ({preview}) => {
      const page = await preview.open('faulty', {theme, width});
      await page.addScriptTag({path: axePath});
      await page.locator('.cm-content').focus();
      await page.keyboard.press('F8');
      await page.keyboard.press('Alt+Enter');
      for (const face of ['Text', 'Changes', 'Headers']) {
        await page.getByRole('radio', {name: face}).check();
        if (face === 'Changes') await page.locator('.cm-merge-b').waitFor();
        expect(await findFaults(page), `the face ${face}`).toEqual([]);
      }
      await page.getByRole('button', {name: /^Fix/}).click();
      await page.getByRole('dialog').waitFor();
      expect(await findFaults(page), 'the fixes').toEqual([]);
    });

    test(`axe finds nothing in the settings, ${theme}, ${width} pixels wide`, async ({preview}) => {
      const page = await preview.openSettings({theme, width});
      await page.getByRole('button', {name: 'Add a target'}).click();
      await page.getByText('Enter a name.').waitFor();
      await page.addScriptTag({path: axePath});
      expect(await findFaults(page)).toEqual([]);
    });
  }
}

/** What axe objects to, as "rule: element". */
async function findFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: {run(options: object): Promise<AxeResults>}};
    // The pane is a part of the panel, which has the heading.
    const {violations} = await axe.run({rules: {'page-has-heading-one': {enabled: false}}});
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 200)}`));
  });
}
