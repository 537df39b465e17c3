import {click, findElement} from '../../setup/surface';
import type {ReceivedRequest} from '../../track-api/received-request';
import {expect, test} from '../steps/inspector';
import {answerReplay, expectTwo, openEditor, toLines} from '../steps/replay-steps';
import {anEvent, apiKey, type Batch, expectText, field, row, send} from '../steps/steps';

/** Text that parsing and serializing would change: every byte matters. */
const delicate =
  '[ {"user_id":"u-1" , "event_name":"delicate_thing","timestamp":"2026-11-01T10:00:00.000Z",\r\n' +
  '\t"context":{"group_id":"g-1"},  "properties":{"z":1,"a":12345678901234567890,"huge":1e400,"minus":-0,' +
  '"long":0.10000000000000000555,"twice":1,"twice":2,"lone":"\\ud800","escaped":"\\u0041\\/","text":"ä€😀"} } ]\r\n';

test('an untouched replay sends the original’s bytes and credentials', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: delicate});
  await openEditor(panel, 'delicate_thing');
  await panel.press('Control+Enter');
  const [original, replay] = await expectTwo(api, 'delicate_thing');
  expect(original.body.toString()).toBe(delicate);
  expect(replay.body.equals(original.body)).toBe(true);
  expect(pickHeaders(replay)).toEqual(pickHeaders(original));
  expect(replay.header('x-api-key')).toBe(apiKey);
  expect(replay.url).toBe(original.url);
  await expectText(panel, {role: 'region', name: 'Responses'}, 'Original', 'Replay', '200');
});

const ways: [way: string, headers: Record<string, string>][] = [
  ['x-api-key', {'content-type': 'application/json', 'x-api-key': apiKey}],
  ['a Bearer token', {'content-type': 'application/json', authorization: 'Bearer token-of-the-scenario'}],
];
for (const [way, headers] of ways) {
  test(`an edit is sent as it was typed, with the original’s ${way}`, async ({inspector}) => {
    const {page, panel, api, endpoint} = inspector;
    const batch: Batch = {body: toLines('typed_thing'), headers};
    await send(page, endpoint, batch);
    await openEditor(panel, 'typed_thing');
    await panel.press('Control+End');
    for (const _ of '"}}\n]') await panel.press('ArrowLeft');
    await panel.type('-edited');
    await expectText(panel, {css: '.cm-content'}, '"g-1-edited"');
    await panel.press('Control+Enter');
    const [original, replay] = await expectTwo(api, 'typed_thing');
    expect(replay.body.toString()).toBe(batch.body.replace('"g-1"', '"g-1-edited"'));
    expect(pickHeaders(replay)).toEqual(pickHeaders(original));
    await expectText(panel, {role: 'region', name: 'Responses'}, 'Original', 'Replay', '200');
  });
}

test('a fault is mended by its fix, and the server takes the correction', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  const body = JSON.stringify([anEvent({event_name: 'mended_thing', timestamp: 1_793_527_200_000})]);
  await send(page, endpoint, {body});
  await click(panel, row('mended_thing'));
  await expectText(panel, field('timestamp'), '1793527200000');
  await click(panel, {css: '[role=treeitem] button', text: 'Fix'});
  await click(panel, {role: 'button', name: 'Read as Unix milliseconds', exact: false});
  await expectText(panel, {css: '.cm-content'}, '2026-11-01T10:00:00');
  await panel.press('Control+Enter');
  const [, replay] = await expectTwo(api, 'mended_thing');
  const corrections = ['2026-11-01T10:00:00Z', '2026-11-01T10:00:00.000Z'];
  expect(corrections.map((time) => body.replace('1793527200000', `"${time}"`))).toContain(
    replay.body.toString(),
  );
  await expectText(panel, {role: 'region', name: 'Responses'}, 'Replay', '200');
});

test('a replay stands below its source, with its own answer', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: toLines('parent_thing')});
  await openEditor(panel, 'parent_thing');
  await answerReplay(api, {status: 500});
  await panel.press('Control+Enter');
  await expectTwo(api, 'parent_thing');
  await expectText(panel, {...row('parent_thing'), nth: 0}, '200');
  await expectText(panel, {...row('parent_thing'), nth: 1}, 'replay', '500');
  expect((await findElement(panel, row('parent_thing'))).count).toBe(2);
});

test.describe('under the vendor’s own host name, over HTTPS and HTTP/2', () => {
  test.use({underVendorHost: true, grants: ['http://127.0.0.1/*']});

  test('a batch is replayed like any other', async ({inspector: {page, panel, api, endpoint}}) => {
    await send(page, endpoint, {body: delicate});
    await openEditor(panel, 'delicate_thing');
    await panel.press('Control+Enter');
    await expectText(
      panel,
      {role: 'alertdialog'},
      'https://api.app.thrivestack.ai',
      'may be a production system',
    );
    await click(panel, {role: 'button', name: 'Send anyway'});
    const [original, replay] = await expectTwo(api, 'delicate_thing');
    expect(replay.httpVersion).toBe('2.0');
    expect(replay.body.equals(original.body)).toBe(true);
    expect(pickHeaders(replay)).toEqual(pickHeaders(original));
    await expectText(panel, {role: 'region', name: 'Responses'}, 'Replay', '200');
  });
});

/** What a replay has in common with its original: who sends it, from where, and what it is. */
function pickHeaders(request: ReceivedRequest): Record<string, string | undefined> {
  const names = ['authorization', 'x-api-key', 'content-type', 'origin', 'referer', 'cookie'];
  return Object.fromEntries(names.map((name) => [name, request.header(name)]));
}
