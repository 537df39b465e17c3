import {click} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {tabTo} from '../steps/keyboard';
import {expectReplayed, expectTwo} from '../steps/replay-steps';
import {expectText, row, send, tab} from '../steps/steps';

const toBatch = (first: string, second: string) =>
  `[\n${[first, second].map((timestamp) => toEvent(timestamp)).join(',\n')}\n]`;

function toEvent(timestamp: string): string {
  return `{"event_name":"shifted_thing",\n"user_id":"u-1",\n"timestamp":"${timestamp}",\n"n":12345678901234567890,\n"context":{"group_id":"g-1"}}`;
}

test('all timestamps are shifted by an amount and to a time, by keyboard alone', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: toBatch('2026-11-01T10:00:00.123Z', '2026-11-01T12:00:00+01:00')});
  await click(panel, row('shifted_thing'));
  await click(panel, tab('Edit'));
  await click(panel, {css: '.cm-content'});
  await expectText(panel, {css: '.cm-content'}, 'shifted_thing');
  await panel.press('Control+.');
  await tabTo(panel, {role: 'textbox', name: 'Duration'});
  await panel.type('-1d 30min');
  await expectText(panel, {role: 'dialog', name: 'Fixes'}, '2026-10-31T09:30:00.123Z');
  await panel.press('Enter');
  await expectText(panel, {css: '.cm-content'}, '2026-10-31T09:30:00.123Z');
  await panel.press('Shift+Tab');
  await panel.press('ArrowDown');
  await panel.press('Tab');
  await panel.type('2026-11-02T00:00:00Z');
  await panel.press('Enter');
  await expectText(panel, {css: '.cm-content'}, '2026-11-02T00:00:00.000Z');
  await panel.press('Control+Enter');
  await expectReplayed(panel, '200');
  const [, replay] = await expectTwo(api, 'shifted_thing');
  expect(replay.body.toString()).toBe(toBatch('2026-11-02T00:00:00.000Z', '2026-11-02T00:59:59.877Z'));
});
