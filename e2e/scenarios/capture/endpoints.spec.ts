import {addEndpointRule} from '../steps/add-endpoint-rule';
import {expect, test} from '../steps/inspector';
import {anEvent, expectText, row, send} from '../steps/steps';
import {readRecords} from '../transports/read-records';

// The background's listeners depend on everything that happened before.
test.use({ownBrowser: true});

test('an endpoint of the user’s own is captured by a background that had to be woken for it', async ({
  visit,
}) => {
  const {browser, page, api} = visit;
  const rule = {host: '127.0.0.1', path: '/collect/*', protocol: 'thrivestack-track'} as const;
  const settings = await addEndpointRule(browser, rule);
  for (const name of ['first_woken', 'second_woken']) {
    await browser.stopBackground();
    const url = `${api.url}/collect/${name}`;
    await send(page, url, {body: JSON.stringify([anEvent({event_name: name})])});
    // Only the background can have captured it: DevTools is not open.
    await expect.poll(async () => (await readRecords(settings)).map((record) => record.url)).toContain(url);
  }
  const panel = await page.openPanel();
  for (const name of ['first_woken', 'second_woken']) await expectText(panel, row(name), 'bp497d1a-group');
});

test('requests to other addresses leave the background asleep', async ({visit, browserUnderTest}) => {
  test.skip(browserUnderTest === 'firefox', 'Firefox wakes it once more for listeners that it has removed.');
  const {browser, page, api, endpoint} = visit;
  await browser.stopBackground();
  const login = `${api.url}/login`;
  await send(page, login, {body: 'name=amy', headers: {'content-type': 'text/plain'}});
  await api.waitFor(({url}) => url.endsWith('/login'));
  expect(await browser.isBackgroundRunning()).toBe(false);
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'waking_thing'})])});
  await expect.poll(() => browser.isBackgroundRunning()).toBe(true);
});
