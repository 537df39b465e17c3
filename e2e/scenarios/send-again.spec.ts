import type {Panel} from '../setup/browser-driver';
import {click, countOf, findElement} from '../setup/surface';
import {expect, test} from './inspector';
import {tabTo} from './keyboard';
import {expectText, row, send} from './steps';

/** What parsing and writing again would change. */
const toDelicate = (name: string) =>
  `[ {"user_id":"u-1" , "event_name":"${name}","timestamp":"2026-11-01T10:00:00.000Z",\r\n` +
  '\t"context":{"group_id":"g-1"},  "properties":{"a":12345678901234567890,"huge":1e400,"minus":-0,"twice":1,"twice":2}} ]';
const names = ['again_one', 'again_two', 'again_three'];
const pane = {role: 'region', name: 'Sending again'};

test('what the filter shows is sent again in order, byte for byte and once; then only what failed', async ({
  inspector,
}) => {
  const {page, panel, api, endpoint} = inspector;
  for (const name of [...names, 'other_thing']) {
    await send(page, `${endpoint}?of=${name}`, {body: toDelicate(name)});
    await expectText(panel, row(name), '200');
  }
  api.behave({status: 500, match: ({method, url}) => method === 'POST' && url.includes('again_two')});
  const sentAgain = () =>
    api.received.filter(({url, answer}) => answer !== null && url.includes('?of=')).slice(names.length + 1);

  await click(panel, {css: '#filter'});
  await panel.type('name:again_');
  await openPane(panel);
  await expectText(panel, pane, '3 requests with 3 events', new URL(endpoint).origin);
  await click(panel, {role: 'button', name: 'Send 3 requests'}, {count: 2});
  await expectText(panel, pane, '2 of 3 requests accepted, 1 failed', 'again_two: 500, refused');
  expect(sentAgain().map(({body}) => body.toString())).toEqual(names.map(toDelicate));
  const [first] = api.received.filter(({url}) => url.includes('again_one'));
  expect(sentAgain()[0]?.header('x-api-key')).toBe(first?.header('x-api-key'));
  for (const name of names) {
    await expect.poll(() => countOf(panel, row(name))).toBe(2);
    await expectText(panel, {...row(name), nth: 1}, 'replay', name === 'again_two' ? '500' : '200');
  }

  await tabTo(panel, {role: 'button', name: 'Send the failed again'});
  await panel.press('Enter');
  await expectText(panel, pane, '3 of 3 requests accepted');
  expect(sentAgain().map(({body}) => body.toString())).toEqual([...names, 'again_two'].map(toDelicate));
});

async function openPane(panel: Panel): Promise<void> {
  await click(panel, {role: 'button', name: 'Save, send again, import'});
  await click(panel, {role: 'button', name: 'Send again what is listed…'});
  await findElement(panel, pane);
}
