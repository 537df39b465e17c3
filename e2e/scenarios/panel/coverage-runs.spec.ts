import type {Panel} from '../../setup/browser-driver';
import {click, countOf, findElement} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {anEvent, expectText, row, send} from '../steps/steps';

const line = {css: '.line-row', text: 'kept_thing'};

test('a run that was saved is compared with after DevTools were closed, then deleted', async ({
  inspector,
}) => {
  const {page, panel, endpoint} = inspector;
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'kept_thing'})])});
  await expectText(panel, row('kept_thing'), '200');
  await click(panel, {role: 'button', name: 'Coverage'});
  await expectText(panel, line, 'always right');
  await saveRun(panel, 'Release 4');
  await panel.close();

  const reopened = await page.openPanel();
  await expectText(reopened, row('kept_thing'), '200');
  await click(reopened, {role: 'button', name: 'Coverage'});
  await click(reopened, {role: 'button', name: 'Start a new run'});
  await openSavedRuns(reopened);
  await click(reopened, {role: 'button', name: 'Compare with Release 4'});
  await expectText(reopened, line, 'never seen', 'was always right');
  const faulty = anEvent({event_name: 'kept_thing', timestamp: '20-11-23T22:28:55.111Z'});
  await send(page, endpoint, {body: JSON.stringify([faulty])});
  await expectText(reopened, line, 'never right', 'was always right');
  await openSavedRuns(reopened);
  await click(reopened, {role: 'button', name: 'Delete Release 4'});
  await expect.poll(() => countOf(reopened, {role: 'button', name: 'Compare with Release 4'})).toBe(0);
});

test('a run that is saved or deleted in one panel is so in another that is open', async ({inspector}) => {
  const {browser, page, panel, site, endpoint} = inspector;
  const otherPage = await browser.open(`${site.url}/left.html`);
  const other = await otherPage.openPanel();
  await click(other, {role: 'button', name: 'Coverage'});
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'kept_thing'})])});
  await expectText(panel, row('kept_thing'), '200');
  await click(panel, {role: 'button', name: 'Coverage'});
  await expectText(panel, line, 'always right');
  await saveRun(panel, 'Release 4');

  const compare = {css: 'select[aria-label="Compare with"]'};
  await expectText(other, compare, 'Compared with “Release 4”');
  await openSavedRuns(panel);
  await click(panel, {role: 'button', name: 'Delete Release 4'});
  await expect.poll(() => countOf(other, compare)).toBe(0);
});

async function saveRun(panel: Panel, name: string): Promise<void> {
  await openSavedRuns(panel);
  await click(panel, {css: 'input[aria-label="Name of the run"]'});
  await panel.type(name);
  await panel.press('Enter');
  await expectText(panel, {css: '.toast'}, `Saved the run “${name}”.`);
}

async function openSavedRuns(panel: Panel): Promise<void> {
  await click(panel, {role: 'button', name: 'Saved runs'});
  await findElement(panel, {role: 'button', name: 'Save run'});
}
