import {networkInterfaces} from 'node:os';
import {click, countOf} from '../../setup/surface';
import {startTrackApi} from '../../track-api/start-track-api';
import {addTarget} from '../steps/add-target';
import {expect, test} from '../steps/inspector';
import {answers, chooseTarget, openEditor, toLines} from '../steps/replay-steps';
import {anEvent, expectText, row, send} from '../steps/steps';

const MB = 1024 * 1024;
const names = (of: string) => Array.from({length: 20}, (_, at) => `${of}_${at}_thing`);

test('two panels at a time list what their own tab sent, and clear and import into their own list', async ({
  inspector,
}) => {
  const {browser, page, panel, site, endpoint} = inspector;
  const otherPage = await browser.open(site.url);
  const otherPanel = await otherPage.openPanel();
  const tabs = [
    {page, panel, own: names('left'), others: 'right_'},
    {page: otherPage, panel: otherPanel, own: names('right'), others: 'left_'},
  ];
  await Promise.all(
    tabs.map(async (tab) => {
      for (const name of tab.own)
        await send(tab.page, endpoint, {body: JSON.stringify([anEvent({event_name: name})])});
    }),
  );
  for (const {panel: shown, own, others} of tabs) {
    await expectText(shown, {css: '.status-bar'}, 'requests');
    await expect.poll(() => countOf(shown, row(own.at(-1) ?? ''))).toBe(1);
    expect(await countOf(shown, row(others))).toBe(0);
  }
  await openEditor(panel, 'left_3_thing');
  await panel.press('Control+Enter');
  await expectText(panel, answers, 'Replay 200');
  await click(panel, {role: 'button', name: 'Clear'});
  await expect.poll(() => countOf(panel, row('left_'))).toBe(0);
  await expect.poll(() => countOf(otherPanel, row('right_'))).toBeGreaterThan(10);
  expect(await countOf(otherPanel, row('left_'))).toBe(0);
  await otherPage.close();
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'after_all'})])});
  await expect.poll(() => countOf(panel, row('after_all'))).toBe(1);
});

test('a replay goes to this machine’s address in its own network', async ({inspector}) => {
  const {browser, page, panel, endpoint} = inspector;
  const address = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({family, internal}) => family === 'IPv4' && !internal)?.address;
  test.skip(address === undefined, 'This machine is in no network.');
  const near = await startTrackApi({host: address ?? ''});
  try {
    await browser.grantHosts([`http://${address}/*`]);
    await addTarget(browser, {name: 'Near', baseUrl: near.url, production: false});
    await send(page, endpoint, {body: toLines('near_thing')});
    await openEditor(panel, 'near_thing');
    await chooseTarget(panel, near.url);
    await expectText(panel, {css: '.edit-address'}, `POST ${near.url}/api/track`);
    await panel.press('Control+Enter');
    await expect.poll(() => near.received.length).toBe(1);
  } finally {
    await near.close();
  }
});

test('a recording of 200 MB is imported while the page is captured @long', async ({inspector}) => {
  test.setTimeout(300_000);
  const {page, panel, endpoint} = inspector;
  await click(panel, {role: 'button', name: 'Export, resend, import'});
  await panel.evaluate(importLarge, {endpoint, size: 200 * MB});
  await expectText(panel, {css: '.toast'}, 'Reading large.har:');
  const sent = Date.now();
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'meanwhile_thing'})])});
  await expect.poll(() => countOf(panel, row('meanwhile_thing')), {timeout: 30_000}).toBe(1);
  const waited = Date.now() - sent;
  await expect
    .poll(() => countOf(panel, {css: '.toast', text: 'Imported 20 requests'}), {timeout: 240_000})
    .toBe(1);
  await expect.poll(() => countOf(panel, row('large_thing'))).toBeGreaterThan(0);
  expect(waited).toBeLessThan(10_000);
});

/** Runs in the panel: gives it a file of mostly unrelated entries, like a recording of an hour's work. */
function importLarge({endpoint, size}: {endpoint: string; size: number}): void {
  const toEntry = (url: string, text: string, answer: string) =>
    JSON.stringify({
      startedDateTime: new Date().toISOString(),
      time: 20,
      request: {method: 'POST', url, headers: [], postData: {mimeType: 'application/json', text}},
      response: {status: 200, statusText: 'OK', headers: [], content: {size: answer.length, text: answer}},
    });
  const own = toEntry(endpoint, '[{"event_name":"large_thing"}]', '{}');
  const foreign = toEntry('https://app.example/main.js', '{}', 'const x = "ü";\n'.repeat(20_000));
  const count = Math.ceil(size / foreign.length / 20) * 20;
  const parts = Array.from({length: count}, (_, at) => (at % (count / 20) === 0 ? own : foreign));
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('The panel takes no file.');
  const transfer = new DataTransfer();
  const blob = ['{"log":{"entries":[', parts.join(','), ']}}'];
  transfer.items.add(new File(blob, 'large.har'));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', {bubbles: true}));
}
