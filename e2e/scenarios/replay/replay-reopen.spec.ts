import {click, countOf, textOf} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {expectReplayed, openEditor, toLines} from '../steps/replay-steps';
import {expectText, row, send, tab} from '../steps/steps';

test('a past replay opens as a new draft, even in another DevTools', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: toLines('again_thing')});
  await openEditor(panel, 'again_thing');
  await panel.press('Control+Home');
  await panel.type('  ');
  await panel.press('Control+Enter');
  await expectReplayed(panel, '200');
  await panel.close();

  const later = await page.openPanel();
  await expectText(later, {...row('again_thing'), nth: 0}, '200');
  await click(later, {...row('again_thing'), nth: 0});
  await click(later, tab('Edit'));
  await click(later, {css: '.cm-content'});
  await later.press('Control+Home');
  await later.type('not this');
  await expectText(later, {css: '.cm-content'}, 'not this');
  await click(later, tab('Replays'));
  await click(later, {role: 'button', name: 'Open as new draft'});
  await expect.poll(() => textOf(later, {css: '.cm-content'})).not.toContain('not this');
  await click(later, {css: '.cm-content'});
  await later.press('Control+Home');
  await later.type(' ');
  await later.press('Control+Enter');

  const text = toLines('again_thing');
  const bodies = () =>
    api.received.map(({body}) => body.toString()).filter((body) => body.includes('again_'));
  await expect.poll(bodies).toEqual([text, `  ${text}`, `   ${text}`]);
  await expectText(later, tab('Replays'), '2');
  await expectText(later, {...row('again_thing'), nth: 2}, 'replay', '200');
});

test('a pinned replay is listed when its source is cleared, in the next DevTools too', async ({
  inspector,
}) => {
  const {page, panel, endpoint} = inspector;
  await send(page, endpoint, {body: toLines('pinned_thing')});
  await openEditor(panel, 'pinned_thing');
  await panel.press('Control+Enter');
  await expectReplayed(panel, '200');
  await click(panel, row('replay'));
  await click(panel, {role: 'button', name: 'Pin'});
  await expectText(panel, row('replay'), 'pinned');
  await click(panel, {role: 'button', name: 'Clear'});
  await expect.poll(() => countOf(panel, row('pinned_thing'))).toBe(1);
  await panel.close();
  const later = await page.openPanel();
  await expectText(later, row('pinned_thing'), 'replay', 'pinned', '200');
});
