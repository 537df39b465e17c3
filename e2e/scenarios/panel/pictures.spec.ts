import {click} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {expectText, row} from '../steps/steps';

const sizes = [
  {width: 1280, height: 720},
  {width: 450, height: 720},
];

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({theme});

    test('the panel fits its window, and has its picture taken', async ({inspector}, testInfo) => {
      const {site, page, panel} = inspector;
      await page.goto(`${site.url}/faults.html`);
      for (const id of ['bearer', 'missing-group-id', 'too-many-events', 'not-json', 'bad-timestamp']) {
        await click(page, {css: `#${id}`});
      }
      await expectText(panel, row('batch of 1,001'), '400');
      await expectText(panel, row('bad-timestamp'), 'signed_up', '200');
      await click(panel, row('bad-timestamp'));
      for (const size of sizes) {
        await panel.resize(size);
        await expect.poll(() => panel.evaluate(isTooWide)).toBe(false);
        await panel.screenshot(testInfo.outputPath(`panel-${theme}-${size.width}.png`));
      }
    });
  });
}

/** Runs in the panel: whether the page as a whole scrolls horizontally. */
function isTooWide(): boolean {
  return document.documentElement.scrollWidth > document.documentElement.clientWidth;
}
