import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findBuild} from '../setup/builds';
import {startSite} from '../site/start-site';
import {expect, launchers, test} from './inspector';
import {anEvent, expectText, row, send} from './steps';
import {createMark} from './transports/create-mark';
import {findInFolder} from './transports/find-in-folder';
import {readRecords} from './transports/read-records';

test('what a private window sends is in its own panel, and neither on disk nor in another window’s log', async ({
  api,
  browserUnderTest,
}) => {
  test.skip(browserUnderTest === 'firefox', 'In Firefox the extension stays out of private windows.');
  const profile = await mkdtemp(join(tmpdir(), 'track-inspector-private-'));
  const site = await startSite({apiUrl: api.url});
  const [ordinary, secret] = [createMark(), createMark()];
  const endpoint = `${api.url}/api/track`;
  const toBody = (canary: string) =>
    JSON.stringify([anEvent({event_name: 'window_thing', properties: {canary}})]);
  try {
    const browser = await launchers[browserUnderTest]({extension: findBuild(browserUnderTest), profile});
    try {
      await browser.grantHosts(['http://127.0.0.1/*']);
      const hidden = await browser.openPrivate(`${site.url}/left.html`);
      await send(hidden, endpoint, {body: toBody(secret)});
      const panel = await hidden.openPanel();
      await expectText(panel, row('window_thing'), '200');
      expect((await readRecords(panel)).map(({seenBy}) => seenBy[0])).toEqual(['web-request']);

      const page = await browser.open(`${site.url}/left.html`);
      await send(page, endpoint, {body: toBody(ordinary)});
      const settings = await browser.openExtensionPage('src/settings-page/settings.html');
      await expect.poll(async () => (await readRecords(settings)).length).toBe(1);
      expect(await readRecords(panel)).toHaveLength(1);
    } finally {
      await browser.close();
    }
    expect(await findInFolder(profile, ordinary), 'the search finds what is written').not.toEqual([]);
    expect(await findInFolder(profile, secret)).toEqual([]);
  } finally {
    await site.close();
    await rm(profile, {recursive: true, force: true, maxRetries: 10});
  }
});
