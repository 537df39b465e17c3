import type {Browser} from '../../setup/browser-driver';
import {locate, type Target} from '../../setup/locate';
import {click, countOf, findElement, textOf} from '../../setup/surface';
import {startTrackApi} from '../../track-api/start-track-api';
import {addTarget as storeTarget} from '../steps/add-target';
import {allowAsked} from '../steps/allow-asked';
import {expect, test} from '../steps/inspector';
import {tabTo} from '../steps/keyboard';
import {
  answers,
  chooseCredential,
  chooseTarget,
  enterCredential,
  expectReplayed,
  openEditor,
  replayHeaders,
  toLines,
} from '../steps/replay-steps';
import {apiKey, expectText, send} from '../steps/steps';

test('a replay to a production target asks once, and takes credentials by choice only', async ({
  inspector,
}) => {
  const {browser, page, panel, endpoint} = inspector;
  const live = await startTrackApi();
  try {
    await send(page, `${endpoint}?a=1`, {body: toLines('moved_thing')});
    await addTarget(browser, {name: 'Live', baseUrl: live.url, production: true});

    await openEditor(panel, 'moved_thing');
    await chooseTarget(panel, live.url);
    await expectText(panel, {css: '.edit-address'}, `POST ${live.url}/api/track?a=1`);
    await panel.press('Control+Enter');
    await expectText(panel, {role: 'alertdialog'}, 'Live is a production target. Send 1 event to');
    expect(live.received).toEqual([]);
    await panel.press('Tab');
    await panel.press('Enter');
    await expectReplayed(panel, '401');
    const [first] = live.received;
    expect(first?.url).toBe('/api/track?a=1');
    expect(first?.body.toString()).toBe(toLines('moved_thing'));
    expect(first?.header('x-api-key')).toBeUndefined();

    await click(panel, {role: 'radio', name: 'Headers'});
    await tabTo(panel, {css: '.edit-choices select'});
    await panel.press('ArrowDown');
    await panel.press('Control+Enter');
    const keys = () => live.received.map((request) => request.header('x-api-key'));
    await expect.poll(keys).toEqual([undefined, apiKey]);
    await expect.poll(() => live.received.at(-1)?.answer?.status).toBe(200);
  } finally {
    await live.close();
  }
});

test('a credential that is given for a target is sent there by choice, and shown nowhere', async ({
  inspector,
}) => {
  const {browser, page, panel, endpoint} = inspector;
  const staging = await startTrackApi();
  try {
    await send(page, endpoint, {body: toLines('given_thing')});
    await addTarget(browser, {name: 'Staging', baseUrl: staging.url});
    await openEditor(panel, 'given_thing');
    await enterCredential(panel, staging.url, 'given-4711');
    await expectText(panel, replayHeaders, 'unless you choose to');
    await chooseCredential(panel);
    await expectText(panel, replayHeaders, 'replaced');
    await panel.press('Control+Enter');
    await expectText(panel, answers, 'Replay');
    await expect.poll(() => staging.received.map(({header}) => header('x-api-key'))).toEqual(['given-4711']);
    expect(await textOf(panel, {css: 'body'})).not.toContain('given-4711');
  } finally {
    await staging.close();
  }
});

test('a draft keeps the address that was chosen for it, and says so, when its target is changed', async ({
  inspector,
}) => {
  const {browser, page, panel, api, endpoint} = inspector;
  const shown = {css: 'select[aria-label=Target] option:checked'};
  const readChoice = () => panel.evaluate(({css}) => document.querySelector(css)?.textContent, shown);
  await send(page, `${endpoint}?a=1`, {body: toLines('kept_thing')});
  await storeTarget(browser, {name: 'Near', baseUrl: api.url, production: false});
  await openEditor(panel, 'kept_thing');
  await chooseTarget(panel, api.url);
  await expect.poll(readChoice).toBe('Near');
  await storeTarget(browser, {name: 'Near', baseUrl: 'https://other.example', production: false});
  await expect.poll(readChoice).toBe(`${api.url} (removed)`);
  await expectText(panel, {css: '.edit-address'}, `POST ${api.url}/api/track?a=1`);
});

test.describe('a target whose host is not granted yet', () => {
  test.use({grants: ['http://127.0.0.1/*']});

  test('is asked for where it is chosen, and then sent to', async ({inspector}) => {
    const {browser, page, panel, site, endpoint} = inspector;
    const staging = await startTrackApi();
    try {
      const baseUrl = staging.url.replace('127.0.0.1', 'localhost');
      await addTarget(browser, {
        name: 'Staging',
        baseUrl,
        testHeader: 'X-Test: 1',
        testProperty: 'is_test: true',
      });
      await send(page, endpoint, {body: toLines('granted_thing')});
      await openEditor(panel, 'granted_thing');
      const offer: Target = {role: 'button', name: `Allow sending to ${new URL(baseUrl).host}`};
      expect(await countOf(panel, offer)).toBe(0);
      await chooseTarget(panel, baseUrl);
      await expectText(panel, {css: '.edit-hints'}, 'needs your permission for');

      await allowAsked(browser, 'http://localhost/*', () => click(panel, offer));
      await findElement(panel, {css: '.edit-address', text: baseUrl});
      await expect.poll(() => countOf(panel, offer)).toBe(0);
      await expectText(panel, {css: '.edit-notes'}, 'The test property "is_test": true is added');
      await click(panel, {role: 'radio', name: 'Changes'});
      await expectText(panel, {css: '.edit-merge'}, '"properties":{"is_test": true}');
      await tabTo(panel, {css: 'select[aria-label="Comparison view"]'});
      await panel.press('ArrowDown');
      await panel.press('ArrowDown');
      await expectText(
        panel,
        {role: 'region', name: 'Changes by field'},
        '/0/properties',
        '{"is_test": true}',
      );
      await panel.press('Control+Enter');
      await expectReplayed(panel, '401');
      const shown = toLines('granted_thing').replace(/\}\n\]$/, ',\n"properties":{"is_test": true}}\n]');
      expect(staging.received.map(({body}) => body.toString())).toEqual([shown]);
      // Only with the permission it may replace its own Origin by the page's.
      expect(staging.received[0]?.header('origin')).toBe(site.url);
      expect(staging.received[0]?.header('x-test')).toBe('1');
    } finally {
      await staging.close();
    }
  });
});

interface TargetSettings {
  name: string;
  baseUrl: string;
  production?: boolean;
  testHeader?: string;
  testProperty?: string;
}

/** Adds a target on the settings page, as the user would. */
async function addTarget(
  browser: Browser,
  {name, baseUrl, production = false, testHeader = '', testProperty = ''}: TargetSettings,
): Promise<void> {
  const settings = await browser.openExtensionPage('src/settings-page/settings.html');
  await click(settings, {role: 'button', name: 'Add a target'});
  await click(settings, {css: 'input[placeholder=Staging]'});
  await settings.type(name);
  await settings.press('Tab');
  await settings.type(baseUrl);
  await settings.press('Tab');
  await settings.type(testHeader);
  await settings.press('Tab');
  await settings.type(testProperty);
  await settings.press('Tab');
  // In Firefox keys are delivered to the page separately, so the text typed last arrives last.
  const typed: [field: string, text: string][] = [
    ['Base URL', baseUrl],
    ['Test header (optional)', testHeader],
    ['Test property (optional)', testProperty],
  ];
  for (const [field, text] of typed) {
    const target = {role: 'textbox', name: field};
    await expect.poll(async () => (await settings.evaluate(locate, target))?.value).toBe(text);
  }
  if (production) await click(settings, {role: 'checkbox', name: 'Production'});
  await findElement(settings, {role: 'status', text: 'Saved'});
  await settings.close();
}
