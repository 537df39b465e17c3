import type {Panel} from '../../setup/browser-driver';
import {click, countOf, findElement} from '../../setup/surface';
import type {ReceivedRequest} from '../../track-api/received-request';
import type {TrackApi} from '../../track-api/start-track-api';
import {expect, type Inspector, test} from '../steps/inspector';
import {tabTo} from '../steps/keyboard';
import {apiKey, expectText, row, send} from '../steps/steps';

/** Text that parsing and serializing would change. */
const toDelicate = (name: string) =>
  `[ {"user_id":"u-1" , "event_name":"${name}","timestamp":"2026-11-01T10:00:00.000Z",\r\n` +
  '\t"context":{"group_id":"g-1"},  "properties":{"a":12345678901234567890,"huge":1e400,"minus":-0,"twice":1,"twice":2}} ]';
const names = ['again_one', 'again_two', 'again_three'];
const pane = {role: 'region', name: 'Resend'};
const seconds = '.edit-number';

test('what the filter shows is sent again in order, byte for byte and once; then only what failed', async ({
  inspector,
}) => {
  const {panel, api, endpoint} = inspector;
  await sendAll(inspector, [...names, 'other_thing']);
  const originals = [...api.received];
  const sentAgain = () => listSentAgain(api, originals);
  api.behave({status: 500, match: ({method, url}) => method === 'POST' && url.includes('again_two')});

  await openPane(panel);
  await expectText(panel, pane, '3 requests with 3 events', new URL(endpoint).origin);
  await click(panel, {role: 'button', name: 'Send 3 requests'}, {count: 2});
  await expectText(panel, pane, '2 of 3 requests accepted, 1 failed', 'again_two: 500, rejected');
  expect(sentAgain().map(({body}) => body.toString())).toEqual(names.map(toDelicate));
  expect(sentAgain().map((request) => request.header('x-api-key'))).toEqual(names.map(() => apiKey));
  for (const name of names) {
    await expect.poll(() => countOf(panel, row(name))).toBe(2);
    await expectText(panel, {...row(name), nth: 1}, 'replay', name === 'again_two' ? '500' : '200');
  }

  await tabTo(panel, {role: 'button', name: 'Retry failed'});
  await panel.press('Enter');
  await expectText(panel, pane, '3 of 3 requests accepted');
  expect(sentAgain().map(({body}) => body.toString())).toEqual([...names, 'again_two'].map(toDelicate));
});

test('what waits while it is paused is never sent when it is cancelled, and the pane may be closed', async ({
  inspector,
}) => {
  const {panel, api} = inspector;
  await sendAll(inspector, names);
  const originals = [...api.received];
  const hanging = api.behave({
    hang: true,
    match: ({method, url}) => method === 'POST' && url.includes('again_one'),
  });
  await openPane(panel);
  await click(panel, {role: 'button', name: 'Send 3 requests'});
  await expectText(panel, pane, 'again_one: sending');
  await click(panel, {role: 'button', name: 'Pause'});
  await click(panel, {role: 'button', name: 'Close resend'});
  hanging.release();
  await expectText(panel, {...row('again_one'), nth: 1}, '200');
  await choose(panel);
  await expectText(panel, pane, '1 of 3 requests accepted (paused)', 'again_two: waiting');
  await click(panel, {role: 'button', name: 'Cancel'});
  await expectText(panel, pane, 'again_two: not sent', 'again_three: not sent');
  expect(listSentAgain(api, originals).map(({body}) => body.toString())).toEqual([toDelicate('again_one')]);
});

test('a server that never answers holds a sequence up for no longer than was chosen', async ({inspector}) => {
  const {panel, api} = inspector;
  await sendAll(inspector, names);
  const hanging = api.behave({
    hang: true,
    match: ({method, url}) => method === 'POST' && url.includes('again_one'),
  });
  await openPane(panel);
  await typeInto(panel, seconds, '0');
  await expect.poll(() => valueIn(panel, seconds)).toBe('1');
  await typeInto(panel, seconds, '2');
  await click(panel, {role: 'button', name: 'Send 3 requests'});
  await expectText(panel, pane, '2 of 3 requests accepted, 1 failed', 'Timed out after 2 s.');
  hanging.release();
});

/** The page sends them one after the other, waiting for each response. */
async function sendAll({page, panel, endpoint}: Inspector, all: readonly string[]): Promise<void> {
  for (const name of all) {
    await send(page, `${endpoint}?of=${name}`, {body: toDelicate(name)});
    await expectText(panel, row(name), '200');
  }
}

/** Requests that arrived since, without the site's own reports. */
function listSentAgain({received}: TrackApi, originals: readonly ReceivedRequest[]): ReceivedRequest[] {
  return received.filter(
    (request) => request.answer !== null && request.url.includes('?of=') && !originals.includes(request),
  );
}

async function openPane(panel: Panel): Promise<void> {
  await click(panel, {css: '#filter'});
  await panel.type('name:again_');
  await expect.poll(() => countOf(panel, row('other_thing'))).toBe(0);
  await choose(panel);
}

async function choose(panel: Panel): Promise<void> {
  await click(panel, {role: 'button', name: 'Export, resend, import'});
  await click(panel, {role: 'button', name: 'Resend filtered requests…'});
  await findElement(panel, pane);
}

async function typeInto(panel: Panel, css: string, text: string): Promise<void> {
  await click(panel, {css});
  await panel.press('Control+a');
  await panel.type(text);
  await panel.press('Tab');
}

function valueIn(panel: Panel, css: string): Promise<string | undefined> {
  return panel.evaluate((selector: string) => document.querySelector<HTMLInputElement>(selector)?.value, css);
}
