import {click, countOf} from '../../setup/surface';
import {allowAsked} from '../steps/allow-asked';
import {expect, test} from '../steps/inspector';
import {openOnQuietPage} from '../steps/open-on-quiet-page';
import {readStored} from '../steps/read-stored';
import {expectText} from '../steps/steps';
import {readRecords} from '../transports/read-records';

test.use({grants: []});

const steps = {role: 'region', name: 'Nothing captured yet'};

test('the first run leads from the permission to the reload, and is not seen again', async ({visit}) => {
  const {browser, page, site} = visit;
  const panel = await openOnQuietPage(visit);
  await expectText(panel, steps, `Without permission for ${site.url}`);
  const pattern = `http://${new URL(site.url).hostname}/*`;
  await allowAsked(browser, pattern, () => click(panel, {role: 'button', name: 'Capture on this site'}));
  // After a reload the page itself reports each visit.
  await page.evaluate(() => history.replaceState(null, '', '/'));
  await click(panel, {role: 'button', name: 'Reload the page'});
  await expect.poll(() => countOf(panel, {css: '.row:not(.row-visit)'})).toBeGreaterThan(0);
  await expect.poll(async () => (await readRecords(panel))[0]?.seenBy).toContain('web-request');
  await click(panel, {role: 'button', name: 'Clear'});
  await expectText(panel, {css: '.hint'}, 'Use the page.');
  await panel.close();
  const again = await page.openPanel();
  await expectText(again, {css: '.hint'}, 'Use the page.');
  expect(await countOf(again, steps)).toBe(0);
});

test('the first steps are put away for good', async ({visit}) => {
  const {page} = visit;
  const panel = await openOnQuietPage(visit);
  await click(panel, {role: 'button', name: 'Do not show this again'});
  await expectText(panel, {css: '.banner'}, 'Background capture is off');
  await expect.poll(() => readStored(panel)).toContain('"welcomed":true');
  await panel.close();
  const again = await page.openPanel();
  await expectText(again, {css: '.banner'}, 'Background capture is off');
  expect(await countOf(again, steps)).toBe(0);
});
