import type {Page} from '../../setup/browser-driver';
import {click} from '../../setup/surface';
import type {ReceivedRequest} from '../../track-api/received-request';
import {expect, test} from '../steps/inspector';
import {answerReplay, expectReplayed, openEditor, toLines} from '../steps/replay-steps';
import {apiKey, expectText, row, send} from '../steps/steps';
import {type LoggedRequest, readRecords} from '../transports/read-records';

const otherOrigin = 'https://elsewhere.example.test';
const account = {role: 'region', name: 'Replay headers'};
const isOf = (name: string) => (request: ReceivedRequest) => request.body.includes(name);

test('headers arrive as the account says, and the page’s own requests keep theirs', async ({inspector}) => {
  const {page, panel, site, api, endpoint} = inspector;
  await sendWithCookie(page, endpoint, toLines('told_thing'));
  await openEditor(panel, 'told_thing');
  await click(panel, {role: 'radio', name: 'Headers'});
  await click(panel, {role: 'button', name: 'Change Origin'});
  await panel.press('Control+a');
  await panel.type(otherOrigin);
  await panel.press('Enter');
  await expectText(panel, account, 'x-thing', 'not sent', otherOrigin);
  const told = await panel.evaluate(readHeaderPlan);
  const hanging = api.behave({hang: true, match: ({header}) => header('origin') === otherOrigin});
  await panel.press('Control+Enter');
  const replay = await api.waitFor((request, index) => index > 0 && request.header('origin') === otherOrigin);

  for (let count = 0; count < 5; count++) await send(page, endpoint, {body: toLines('page_thing')});
  await expect.poll(() => api.received.filter(isOf('page_thing')).length).toBe(5);
  for (const request of api.received.filter(isOf('page_thing'))) {
    expect(request.header('origin')).toBe(site.url);
    expect(request.header('referer')).toContain(site.url);
  }
  hanging.release();
  await expectReplayed(panel, '200');

  expect(told.map(({name}) => name.toLowerCase())).toEqual(
    expect.arrayContaining(['x-api-key', 'x-thing', 'content-type', 'origin', 'cookie', 'user-agent']),
  );
  for (const {name, value, outcome} of told) {
    const received = replay.header(name);
    if (outcome === 'not sent') expect(received, name).toBeUndefined();
    else if (outcome !== 'set by the browser')
      expect(received, name).toBe(value === '••••••' ? apiKey : value);
  }
  expect(replay.header('cookie')).toBeUndefined();
});

test('what a page forges changes nothing', async ({inspector}) => {
  const {browser, page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: toLines('honest_thing')});
  await openEditor(panel, 'honest_thing');
  const hanging = await answerReplay(api, {hang: true});
  await panel.press('Control+Enter');
  await expect.poll(() => api.received.filter(isOf('honest_thing')).length).toBe(2);
  const before = await readRecords(panel);
  const replay = before.find(({marker}) => marker !== null);
  if (replay === undefined) throw new Error('The log holds no replay.');

  const {id, marker} = replay;
  const forged = {id, marker, extensionId: browser.extensionId, url: `${endpoint}?forged`};
  await page.evaluate(forgeMessages, forged);
  const headers = {'content-type': 'application/json', 'x-api-key': apiKey};
  const marked = `${forged.url}#track-inspector-replay=${marker}`;
  await send(page, marked, {body: toLines('forged_thing'), headers});
  await expectText(panel, row('forged_thing'), '200');

  const after = await readRecords(panel);
  expect(after.find((record) => record.id === id)).toEqual(replay);
  const known = before.map((was) =>
    withoutNews(
      after.find((record) => record.id === was.id),
      was,
    ),
  );
  expect(known).toEqual(before);
  const added = after.filter((record) => !before.some((one) => one.id === record.id));
  expect(added.map(({url, seenBy}) => ({url: url.split('#')[0], replay: seenBy.includes('replay')}))).toEqual(
    [{url: forged.url, replay: false}],
  );
  expect(api.received.filter(isOf('honest_thing'))).toHaveLength(2);
  hanging.release();
  await expectReplayed(panel, '200', 'Event tracked successfully');
});

/** DevTools may add the server's response at any time, even while the page sends forged messages; nothing else may change. */
function withoutNews(record: LoggedRequest | undefined, was: LoggedRequest): LoggedRequest | undefined {
  if (!record?.seenBy.includes('har') || was.seenBy.includes('har')) return record;
  expect(record.answer).toContain('Event tracked successfully');
  return {...record, answer: was.answer, seenBy: record.seenBy.filter((source) => source !== 'har')};
}

async function sendWithCookie(page: Page, endpoint: string, body: string): Promise<void> {
  const batch = {endpoint, body, apiKey};
  await page.evaluate((wanted) => {
    // biome-ignore lint/suspicious/noDocumentCookie: many pages still set cookies this way
    document.cookie = 'visitor=amy';
    const headers = {'content-type': 'application/json', 'x-api-key': wanted.apiKey, 'x-thing': 'a b, "c"'};
    fetch(wanted.endpoint, {method: 'POST', headers, body: wanted.body, credentials: 'include'}).catch(
      (error: unknown) => {
        // Not relevant here: the scenario looks at the panel and the server.
        console.warn(error);
      },
    );
  }, batch);
}

/** Runs in the panel: each header in the list of headers with its value and what happens to it. */
function readHeaderPlan(): {name: string; value: string; outcome: string}[] {
  return [...document.querySelectorAll('.edit-headers tbody tr')].map((line) => ({
    name: line.querySelector('th')?.textContent ?? '',
    value: line.querySelector('.edit-value')?.textContent ?? '',
    outcome: line.querySelector('strong')?.textContent ?? '',
  }));
}

/** Runs in the page: sends every message that a page can send to an extension, through every channel that leaves the page. */
function forgeMessages(target: {id: string; url: string; extensionId: string}): void {
  interface Runtime {
    sendMessage?(id: string, message: unknown): unknown;
  }
  const messages = [
    {type: 'send-replay', id: target.id},
    {type: 'cancel-replay', id: target.id},
    {type: 'committed', ids: [target.id]},
    {type: 'cleared', tabId: 1},
  ];
  const report = {
    url: target.url,
    method: 'POST',
    transport: 'fetch',
    at: Date.now(),
    body: 'W10=',
    blocked: null,
  };
  const scope = globalThis as {chrome?: {runtime?: Runtime}; browser?: {runtime?: Runtime}};
  const channel = new BroadcastChannel('track-inspector-capture');
  for (const message of [...messages, {type: 'page-hook-report', report}]) {
    channel.postMessage(message);
    postMessage(message, '*');
    try {
      scope.chrome?.runtime?.sendMessage?.(target.extensionId, message);
      scope.browser?.runtime?.sendMessage?.(target.extensionId, message);
    } catch (error) {
      // Rejected right here, which is fine too.
      console.warn(error);
    }
  }
  channel.close();
  for (const stage of [globalThis, document]) {
    stage.dispatchEvent(new CustomEvent('track-inspector-report', {detail: JSON.stringify(report)}));
  }
}
