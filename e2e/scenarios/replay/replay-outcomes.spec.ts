import {click, findElement} from '../../setup/surface';
import type {Rule} from '../../track-api/behaviour';
import {startTrackApi} from '../../track-api/start-track-api';
import {expect, test} from '../steps/inspector';
import {tabTo} from '../steps/keyboard';
import {answerReplay, answers, expectReplayed, expectTwo, openEditor, toLines} from '../steps/replay-steps';
import {apiKey, expectText, row, send, tab} from '../steps/steps';

const html = '<!doctype html><title>500</title><h1>The server is having a rest</h1>';

const unusual: [what: string, rule: Rule, status: string, body: string[]][] = [
  ['a 500 with a page', {status: 500, body: html, contentType: 'text/html'}, '500', ['<h1>The server']],
  ['3 MB of answer', {size: 3_000_000}, '200', ['"success":true', 'xxxxx']],
];

test('an unusual answer to a replay is shown as it came', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: toLines('unusual_thing')});
  await openEditor(panel, 'unusual_thing');
  for (const [what, rule, status, body] of unusual) {
    await test.step(what, async () => {
      await answerReplay(api, rule);
      await panel.press('Control+Enter');
      await expectReplayed(panel, status);
      await click(panel, {role: 'button', name: 'Compare'});
      await expectText(panel, answers, ...body);
      await click(panel, {role: 'button', name: 'Compare'});
      await click(panel, {css: '.cm-content'});
    });
  }
});

test('a server that never answers is given up after the time that was chosen', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: toLines('silent_thing')});
  await openEditor(panel, 'silent_thing');
  await click(panel, {role: 'radio', name: 'Headers'});
  await click(panel, {css: '.edit-number'});
  await panel.press('Control+a');
  await panel.type('2');
  await panel.press('Tab');
  const hanging = await answerReplay(api, {hang: true});
  await panel.press('Control+Enter');
  await expectText(panel, answers, 'sending…');
  await expectText(panel, answers, 'no response', 'Timed out after 2 s.');
  hanging.release();
  await expectText(panel, {...row('silent_thing'), nth: 1}, 'failed');
});

test('a replay as the page that is cancelled ends in the page too', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: toLines('cancelled_thing')});
  await openEditor(panel, 'cancelled_thing');
  await tabTo(panel, {css: 'select[aria-label="Way of sending"]'});
  await panel.press('ArrowDown');
  await page.evaluate(watchFetch, null);
  const hanging = await answerReplay(api, {hang: true});
  await panel.press('Control+Enter');
  await expectText(panel, answers, 'sending…');
  await click(panel, {role: 'button', name: 'Cancel'});
  await expectText(panel, answers, 'no response', 'Cancelled. The server may still have received it.');
  await expect.poll(() => page.evaluate(readEnds, null)).toEqual(['AbortError']);
  hanging.release();
});

test('a redirect to another host is shown, and nothing of it is followed', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  const elsewhere = await startTrackApi();
  try {
    await send(page, endpoint, {body: toLines('sent_away_thing')});
    await openEditor(panel, 'sent_away_thing');
    const location = `${elsewhere.url.replace('127.0.0.1', 'localhost')}/api/track`;
    await answerReplay(api, {redirect: {status: 307, location}});
    await panel.press('Control+Enter');
    const [, replay] = await expectTwo(api, 'sent_away_thing');
    expect(replay.header('x-api-key')).toBe(apiKey);
    await expectReplayed(panel, '307');
    await click(panel, {...row('sent_away_thing'), nth: 1});
    await click(panel, tab('Response'));
    await expectText(panel, {role: 'tabpanel'}, location);
    expect(elsewhere.received).toEqual([]);
    expect(elsewhere.preflights).toEqual([]);
  } finally {
    await elsewhere.close();
  }
});

test('a redirect that is followed takes the credentials to their own origin only', async ({inspector}) => {
  const {page, panel, api, site, endpoint} = inspector;
  const elsewhere = await startTrackApi();
  try {
    await send(page, endpoint, {body: toLines('followed_thing')});
    await openEditor(panel, 'followed_thing');
    await click(panel, {role: 'radio', name: 'Headers'});
    await click(panel, {role: 'checkbox', name: 'Follow redirects'});
    await expectText(
      panel,
      {css: '.edit-field-table .edit-notes'},
      'to another origin are sent without credential headers',
    );

    const location = `${elsewhere.url.replace('127.0.0.1', 'localhost')}/api/track`;
    await answerReplay(api, {redirect: {status: 307, location}});
    await panel.press('Control+Enter');
    await expectReplayed(panel, '401');
    const [sentAway] = elsewhere.received;
    expect(sentAway?.body.toString()).toBe(toLines('followed_thing'));
    expect(JSON.stringify(sentAway?.rawHeaders)).not.toContain(apiKey);
    expect(sentAway?.header('origin')).not.toBe(site.url);

    await answerReplay(api, {redirect: {status: 307, location: '/api/track?moved'}});
    await panel.press('Control+Enter');
    const replays = () => api.received.filter(({body}) => body.includes('followed_thing')).slice(1);
    await expect.poll(() => replays().at(-1)?.answer?.status).toBe(200);
    const hops = replays();
    expect(hops.map(({url}) => url)).toEqual(['/api/track', '/api/track', '/api/track?moved']);
    expect(hops.map((hop) => hop.header('x-api-key'))).toEqual([apiKey, apiKey, apiKey]);
    expect(hops.map((hop) => hop.header('origin'))).toEqual([site.url, site.url, site.url]);
    expect(elsewhere.received).toHaveLength(1);
    for (const nth of [1, 2]) {
      await click(panel, {...row('followed_thing'), nth});
      await click(panel, tab('Request'));
      await expectText(panel, {role: 'region', name: 'Request headers'}, 'x-api-key', 'Origin', site.url);
    }
  } finally {
    await elsewhere.close();
  }
});

test('a background that is stopped while it sends says so, and sends nothing again', async ({inspector}) => {
  const {browser, page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: toLines('torn_thing')});
  await openEditor(panel, 'torn_thing');
  const hanging = await answerReplay(api, {hang: true});
  await panel.press('Control+Enter');
  const isTorn = ({body}: {body: Buffer}) => body.includes('torn_thing');
  await expect.poll(() => api.received.filter(isTorn).length).toBe(2);
  await expectText(panel, answers, 'sending…');
  await browser.stopBackground();
  await expectText(panel, answers, 'delivery unknown', 'It may have arrived.');
  hanging.release();
  await send(page, `${endpoint}?after`, {body: toLines('later_thing')});
  await expectText(panel, row('later_thing'), '200');
  expect((await findElement(panel, row('torn_thing'))).count).toBe(2);
  expect(api.received.filter(isTorn)).toHaveLength(2);
});

test('an answer after a minute still counts @long', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: toLines('patient_thing')});
  await openEditor(panel, 'patient_thing');
  await answerReplay(api, {delayMs: 60_000});
  await panel.press('Control+Enter');
  await expect
    .poll(() => api.received.filter(({answer, body}) => answer && body.includes('patient_thing')).length, {
      timeout: 90_000,
    })
    .toBe(2);
  await expectReplayed(panel, '200', 'Event tracked successfully');
});

/** Runs in the page: records how its requests fail. */
function watchFetch(): void {
  const ends: string[] = [];
  Object.assign(window, {ends});
  const {fetch} = window;
  window.fetch = async (...args) => {
    try {
      return await fetch(...args);
    } catch (error) {
      ends.push(error instanceof DOMException ? error.name : String(error));
      throw error;
    }
  };
}

/** Runs in the page. */
function readEnds(): unknown {
  return 'ends' in window ? window.ends : null;
}
