import type {Panel} from '../../setup/browser-driver';
import {expect, test} from '../steps/inspector';
import {enterPanel, goDownTo, tabTo} from '../steps/keyboard';
import {expectReplayed, expectTwo} from '../steps/replay-steps';
import {anEvent, expectText, row, send} from '../steps/steps';

test('a fault is mended, looked at and sent again by keyboard alone', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  const body = JSON.stringify([anEvent({event_name: 'typed_thing', timestamp: 1_793_527_200_000})]);
  await send(page, endpoint, {body});
  await openEditorByKeys(panel, 'typed_thing');
  await tabTo(panel, {role: 'button', name: 'Fix 1 issue'});
  await panel.press('Enter');
  await expectText(panel, {role: 'dialog', name: 'Fixes'}, 'Read as Unix milliseconds');
  await panel.press('Enter');
  await expectText(panel, {role: 'status', name: 'Issues of the draft'}, '1 info');
  await panel.press('Escape');
  await tabTo(panel, {css: 'input[name=edit-face]'}, 'Shift+Tab');
  await panel.press('ArrowRight');
  await expectText(panel, {role: 'region', name: 'Changes'}, '1793527200000', '2026-11-01T10:00:00');
  await panel.press('Control+Enter');
  const [, replay] = await expectTwo(api, 'typed_thing');
  expect(replay.body.toString()).toMatch(/"timestamp":"2026-11-01T10:00:00(\.000)?Z"/);
  await expectReplayed(panel, '200', 'Original');
});

test('1,001 events are split into two batches, both accepted, by keyboard alone', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  const events = Array.from({length: 1001}, (_, index) =>
    anEvent({event_name: 'split_thing', user_id: `user-${index}`}),
  );
  const texts = events.map((event) => JSON.stringify(event));
  await send(page, endpoint, {body: `[${texts.join(',')}]`});
  await openEditorByKeys(panel, 'batch of 1,001');
  await tabTo(panel, {role: 'button', name: 'Split…'});
  await panel.press('Enter');
  const dialog = {role: 'dialog', name: 'Split the batch'};
  await expectText(panel, dialog, 'Send 2 requests');
  await panel.press('Enter');
  await expectText(panel, dialog, '2 of 2 requests accepted', '200, accepted');
  const [original, ...parts] = api.received.filter(({body}) => body.includes('split_thing'));
  expect(original?.answer?.status).toBe(400);
  expect(parts.map(({answer}) => answer?.status)).toEqual([200, 200]);
  const received = parts.flatMap((part) => JSON.parse(part.body.toString()) as unknown[]);
  expect(received).toEqual(events);
  for (const {body} of parts) {
    const text = body.toString();
    expect(texts.filter((event) => text.includes(event)).length).toBe((JSON.parse(text) as unknown[]).length);
  }
});

/** From the toolbox to the row with the text, then to its editor. */
async function openEditorByKeys(panel: Panel, text: string): Promise<void> {
  await expectText(panel, row(text), text);
  await enterPanel(panel);
  await tabTo(panel, {role: 'treegrid'});
  await goDownTo(panel, {css: '[role=row][aria-selected=true]', text});
  await panel.press('Enter');
  await tabTo(panel, {css: '[role=tab][aria-selected=true]'});
  await panel.press('End');
  await expectText(panel, {css: '[role=tab][aria-selected=true]'}, 'Edit');
  await expectText(panel, {css: '.cm-content'}, 'event_name');
}
