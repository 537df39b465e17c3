import {click, countOf, findElement, textOf} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {anEvent, expectText, row, send} from '../steps/steps';

test('a panel whose log does not open says so meanwhile, and begins when it does', async ({visit}) => {
  const {browser, page, endpoint} = visit;
  const own = await browser.openExtensionPage('src/settings-page/settings.html');
  // Another page of the extension holds the session lock and does not release it.
  await own.evaluate(() => {
    navigator.locks.request(
      'track-inspector-session',
      () => new Promise((release) => Object.assign(globalThis, {release})),
    );
  });
  const panel = await page.openPanel();
  await expectText(panel, {role: 'status'}, 'The log is not open yet', 'close DevTools in other tabs');
  await findElement(panel, {role: 'button', name: 'Try again'});
  await own.evaluate(() => (globalThis as unknown as {release(): void}).release());
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'at_last'})])});
  await expectText(panel, row('at_last'), '200');
  expect(await countOf(panel, {text: 'The log is not open yet', role: 'status'})).toBe(0);
});

test.describe('settings that the browser cannot read', () => {
  test.use({
    plantedInSettings: `
      const area = (globalThis.browser ?? globalThis.chrome).storage.local;
      const get = area.get.bind(area);
      Object.defineProperty(area, 'get', {
        value: (...all) =>
          localStorage.getItem('mended') === null ? Promise.reject(new Error('The disk is on fire')) : get(...all),
      });`,
  });

  test('are not shown as the defaults: the page says what happened, and tries again', async ({visit}) => {
    const settings = await visit.browser.openExtensionPage('src/settings-page/settings.html');
    await expect
      .poll(() => textOf(settings, {role: 'alert'}))
      .toMatch(/The browser says: The disk is on fire\..*Nothing was changed/s);
    expect(await countOf(settings, {role: 'checkbox'})).toBe(0);
    await settings.evaluate(() => localStorage.setItem('mended', 'yes'));
    await click(settings, {role: 'button', name: 'Try again'});
    await findElement(settings, {role: 'button', name: 'Add a target'});
    expect(await textOf(settings, {role: 'alert'})).toBeNull();
  });
});
