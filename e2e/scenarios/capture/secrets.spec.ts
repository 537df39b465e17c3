import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Panel} from '../../setup/browser-driver';
import {findBuild} from '../../setup/builds';
import {launchers} from '../../setup/launchers';
import {click} from '../../setup/surface';
import {startSite} from '../../site/start-site';
import {addTarget} from '../steps/add-target';
import {expect, test} from '../steps/inspector';
import {chooseCredential, enterCredential} from '../steps/replay-steps';
import {anEvent, expectText, row, tab} from '../steps/steps';
import {createMark} from '../transports/create-mark';
import {findInFolder} from '../transports/find-in-folder';

test('no file of the profile holds a credential that was captured, given or replayed', async ({
  api,
  browserUnderTest,
}) => {
  test.setTimeout(180_000);
  const profile = await mkdtemp(join(tmpdir(), 'track-inspector-secrets-'));
  const site = await startSite({apiUrl: api.url});
  const [inHeader, inKey, inQuery, canary] = [createMark(), createMark(), createMark(), createMark()];
  const given = createMark();
  try {
    const browser = await launchers[browserUnderTest]({extension: findBuild(browserUnderTest), profile});
    try {
      await browser.grantHosts(['http://127.0.0.1/*']);
      const page = await browser.open(`${site.url}/transports.html`);
      const panel = await page.openPanel();
      const marks = [inHeader, inKey, inQuery, canary].map((mark) => [...Buffer.from(mark)]);
      const body = JSON.stringify([anEvent({event_name: 'secret_thing', properties: {canary}})]);
      await page.evaluate(sendSigned, {url: `${api.url}/api/track`, marks, body});
      await replay(panel, 'secret_thing');
      await expect
        .poll(() => api.received.filter(({body: sent}) => sent.includes('secret_thing')))
        .toHaveLength(2);
      for (const {url, header} of api.received) {
        expect(header('authorization'), 'the credential was captured, and replayed').toBe(
          `Bearer ${inHeader}`,
        );
        expect(header('x-api-key')).toBe(inKey);
        expect(url).toContain(inQuery);
      }
      await expectText(panel, {role: 'region', name: 'Responses'}, 'Replay', '200');
      await addTarget(browser, {name: 'Given', baseUrl: api.url, production: false});
      await replayToTarget(panel, api.url, given);
      await expect.poll(() => api.received.at(-1)?.header('x-api-key')).toBe(given);
    } finally {
      await browser.close();
    }
    const inDatabase = /(IndexedDB|moz-extension).*: UTF-8$/;
    expect(await findInFolder(profile, canary), 'what is no secret is found where the log is').toContainEqual(
      expect.stringMatching(inDatabase),
    );
    for (const mark of [inHeader, inKey, inQuery, given])
      expect(await findInFolder(profile, mark)).toEqual([]);
  } finally {
    await site.close();
    await rm(profile, {recursive: true, force: true, maxRetries: 10});
  }
});

/** Runs in the page. The script's text does not contain credentials: they are passed as numbers. */
function sendSigned({url, marks, body}: {url: string; marks: number[][]; body: string}): void {
  const [inHeader, inKey, inQuery, canary] = marks.map((codes) => String.fromCharCode(...codes));
  fetch(`${url}?api_key=${inQuery}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${inHeader}`,
      'x-api-key': inKey ?? '',
      'x-canary': canary ?? '',
    },
    body,
  }).catch((error: unknown) => {
    // Not relevant here: the test looks at server and panel.
    console.warn(error);
  });
}

async function replay(panel: Panel, name: string): Promise<void> {
  await expectText(panel, row(name), '200');
  await click(panel, row(name));
  await click(panel, tab('Request'));
  await click(panel, tab('Edit'));
  await click(panel, {css: '.cm-content'});
  await expectText(panel, {css: '.cm-content'}, name);
  await panel.press('Control+Enter');
}

/** Gives the only target its own credential, and sends the open draft there with it. */
async function replayToTarget(panel: Panel, baseUrl: string, credential: string): Promise<void> {
  await enterCredential(panel, baseUrl, credential);
  await chooseCredential(panel);
  await panel.press('Control+Enter');
}
