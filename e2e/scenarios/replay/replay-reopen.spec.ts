import type {Panel} from '../../setup/browser-driver';
import {click, countOf, findElement, textOf} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {expectReplayed, openEditor, replayHeaders, toLines} from '../steps/replay-steps';
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

for (const isRestored of [true, false]) {
  test(`the header edits that a past replay replaced ${isRestored ? 'are restored' : 'stay replaced'}`, async ({
    inspector,
  }) => {
    const {page, panel, api, endpoint} = inspector;
    await send(page, endpoint, {body: toLines('edited_thing')});
    await openEditor(panel, 'edited_thing');
    await addHeader(panel, 'x-first');
    await panel.press('Control+Enter');
    await expectReplayed(panel, '200');
    await addHeader(panel, 'x-second');

    await click(panel, tab('Replays'));
    await click(panel, {role: 'button', name: 'Open as new draft'});
    const notice = {css: '.toast', text: 'The header edits of the draft were replaced.'};
    await findElement(panel, notice);
    await click(panel, {role: 'radio', name: 'Headers'});
    await expect.poll(() => textOf(panel, replayHeaders)).not.toContain('x-second');
    await click(panel, {role: 'button', name: isRestored ? 'Restore them' : 'Close this message'});
    await expect.poll(() => countOf(panel, notice)).toBe(0);
    await expectText(panel, replayHeaders, 'x-first', ...(isRestored ? ['x-second'] : []));

    await click(panel, {role: 'radio', name: 'Text'});
    await click(panel, {css: '.cm-content'});
    await panel.press('Control+Enter');
    const sent = () =>
      api.received
        .filter(({body}) => body.includes('edited_thing'))
        .map(({header}) => ['x-first', 'x-second'].filter((name) => header(name) !== undefined));
    await expect.poll(sent).toEqual([[], ['x-first'], isRestored ? ['x-first', 'x-second'] : ['x-first']]);
  });
}

async function addHeader(panel: Panel, name: string): Promise<void> {
  await click(panel, {role: 'radio', name: 'Headers'});
  await click(panel, {role: 'textbox', name: 'Name of a header to add'});
  await panel.type(name);
  await panel.press('Tab');
  await panel.type('1');
  await panel.press('Enter');
  await expectText(panel, replayHeaders, name);
}

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
