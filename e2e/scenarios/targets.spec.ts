import {click} from '../setup/surface';
import {startTrackApi} from '../track-api/start-track-api';
import {expect, test} from './inspector';
import {tabTo} from './keyboard';
import {answers, openEditor, toLines} from './replay-steps';
import {apiKey, expectText, send} from './steps';

test('a replay to a production target asks once, and takes credentials by choice only', async ({
  inspector,
}) => {
  const {browser, page, panel, endpoint} = inspector;
  const live = await startTrackApi();
  try {
    await send(page, `${endpoint}?a=1`, {body: toLines('moved_thing')});
    const settings = await browser.openExtensionPage('src/settings-page/settings.html');
    await click(settings, {role: 'button', name: 'Add a target'});
    await click(settings, {css: 'input[placeholder=Staging]'});
    await settings.type('Live');
    await settings.press('Tab');
    await settings.type(live.url);
    await click(settings, {role: 'checkbox', name: 'Production'});
    await settings.close();

    await openEditor(panel, 'moved_thing');
    await tabTo(panel, {css: 'select[aria-label=Target]'});
    await panel.press('ArrowDown');
    await expectText(panel, {css: '.edit-address'}, `POST ${live.url}/api/track?a=1`);
    await panel.press('Control+Enter');
    await expectText(panel, {role: 'alertdialog'}, 'Live is a production target: send 1 event to');
    expect(live.received).toEqual([]);
    await panel.press('Tab');
    await panel.press('Enter');
    await expectText(panel, answers, 'Replay', '401');
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
