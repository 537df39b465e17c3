import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser} from '../../setup/browser-driver';
import {findBuild} from '../../setup/builds';
import {launchers} from '../../setup/launchers';
import {findElement} from '../../setup/surface';
import {startSite} from '../../site/start-site';
import type {TrackApi} from '../../track-api/start-track-api';
import {expect, test} from '../steps/inspector';
import {anEvent, expectText, row, send} from '../steps/steps';
import {createMark} from '../transports/create-mark';
import {findInFolder} from '../transports/find-in-folder';
import {readRecords} from '../transports/read-records';

interface Windows {
  browser: Browser;
  /** Address of a page that does not send requests automatically. */
  pageUrl: string;
  endpoint: string;
  /** Bodies containing a text that can be found on disk if it is written there. */
  ordinary: string;
  secret: string;
}

test('what a private window sends is in its own panel, and neither on disk nor in another window’s log', async ({
  api,
  browserUnderTest,
}) => {
  test.skip(browserUnderTest === 'firefox', 'In Firefox the extension stays out of private windows.');
  await inOwnProfile(api, browserUnderTest, async ({browser, pageUrl, endpoint, ordinary, secret}) => {
    const hidden = await browser.openPrivate(pageUrl);
    await send(hidden, endpoint, {body: secret});
    const panel = await hidden.openPanel();
    await expectText(panel, row('window_thing'), '200');
    expect((await readRecords(panel)).map(({seenBy}) => seenBy[0])).toEqual(['web-request']);

    const page = await browser.open(pageUrl);
    await send(page, endpoint, {body: ordinary});
    const settings = await browser.openExtensionPage('src/settings-page/settings.html');
    await expect.poll(async () => (await readRecords(settings)).length).toBe(1);
    expect(await readRecords(panel)).toHaveLength(1);
  });
});

test('nothing that a private window sends reaches the extension, even if somebody lets it in', async ({
  api,
  browserUnderTest,
}) => {
  test.skip(browserUnderTest === 'chromium', 'In Chromium private windows have a log of their own.');
  await inOwnProfile(api, browserUnderTest, async ({browser, pageUrl, endpoint, ordinary, secret}) => {
    const hidden = await browser.openPrivate(pageUrl);
    await send(hidden, `${endpoint}?hidden`, {body: secret});
    await expect.poll(() => api.received.filter(({answer}) => answer !== null).length).toBe(1);

    // Everything that was captured of the first request was written before the second one.
    const page = await browser.open(pageUrl);
    const panel = await page.openPanel();
    await send(page, `${endpoint}?shown`, {body: ordinary});
    await expectText(panel, row('window_thing'), '200');
    expect((await findElement(panel, row('window_thing'))).count).toBe(1);
    expect((await readRecords(panel)).map(({url}) => url)).toEqual([`${endpoint}?shown`]);
  });
});

/** Runs a session in its own profile, and searches the profile's files after the browser has closed. */
async function inOwnProfile(
  api: TrackApi,
  name: Browser['name'],
  run: (windows: Windows) => Promise<void>,
): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'track-inspector-private-'));
  const site = await startSite({apiUrl: api.url});
  const [ordinary, secret] = [createMark(), createMark()];
  const toBody = (canary: string) =>
    JSON.stringify([anEvent({event_name: 'window_thing', properties: {canary}})]);
  const bodies = {ordinary: toBody(ordinary), secret: toBody(secret)};
  try {
    const browser = await launchers[name]({extension: findBuild(name), profile});
    try {
      await browser.grantHosts(['http://127.0.0.1/*']);
      await run({browser, pageUrl: `${site.url}/left.html`, endpoint: `${api.url}/api/track`, ...bodies});
    } finally {
      await browser.close();
    }
    expect(await findInFolder(profile, ordinary), 'the search finds what is written').not.toEqual([]);
    expect(await findInFolder(profile, secret)).toEqual([]);
  } finally {
    await site.close();
    await rm(profile, {recursive: true, force: true, maxRetries: 10});
  }
}
