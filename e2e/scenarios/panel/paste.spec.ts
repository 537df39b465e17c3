import type {Page} from '../../setup/browser-driver';
import {click, findElement} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {expectReplayed} from '../steps/replay-steps';
import {apiKey, expectText, row} from '../steps/steps';

const body =
  '[{"event_name":"pasted_thing","user_id":"u-1","n":12345678901234567890,"context":{"group_id":"g"}}]';

test('a pasted cURL command is a draft that can be sent, credentials by choice only', async ({inspector}) => {
  const {panel, api, endpoint} = inspector;
  const command = `curl '${endpoint}?old' -H 'x-api-key: ${apiKey}' -H 'x-thing: 1' --data-raw '${body}'`;
  await click(panel, {role: 'button', name: 'New request'});
  await click(panel, {role: 'textbox', name: 'Paste a cURL command', exact: false});
  await panel.type(command);
  await expectText(
    panel,
    {css: '.edit-paste-credentials'},
    'only included if you select them',
    'x-api-key (header)',
  );
  await click(panel, {role: 'button', name: 'Open as draft'});
  await expectText(panel, {css: '.cm-content'}, 'pasted_thing');
  await click(panel, {css: 'input[aria-label=Address]'});
  await panel.press('End');
  await panel.type('&new');
  await panel.press('Control+Enter');
  const received = await api.waitFor((request) => request.body.includes('pasted_thing'));
  expect(received.body.toString()).toBe(body);
  expect(received.url).toMatch(/\?old&new$/);
  expect(received.header('x-thing')).toBe('1');
  expect(received.header('x-api-key')).toBeUndefined();
  await expectReplayed(panel, '401');
  await findElement(panel, row('pasted_thing'));
});

/** Text that parsing and serializing would change, and that a shell or JavaScript would interpret. */
const delicate =
  '[ {"event_name":"pasted_thing" , "user_id":"u-1","timestamp":"2026-11-01T10:00:00.000Z",\n' +
  '\t"properties":{"n":12345678901234567890,"huge":1e400,"twice":1,"twice":2,"escaped":"\\u0041\\n","lone":"\\ud800",' +
  '"shell":"$HOME `id` it\'s \\"!\\" \\\\","text":"ä€😀"},"context":{"group_id":"g"}} ]';
const headers = {'content-type': 'application/json', 'x-api-key': apiKey};

/** Texts as other tools copy them; JSON does not contain the address and headers. */
const kinds: [what: string, toText: (url: string) => string, isWhole: boolean][] = [
  ['a cURL command', toCurl, true],
  ['a fetch call', toFetch, true],
  ['an entry of a HAR file', toHarEntry, true],
  ['a JSON batch', () => delicate, false],
];
for (const [what, toText, isWhole] of kinds) {
  test(`${what} that is pasted into the list is sent byte for byte`, async ({inspector}) => {
    const {page, panel, api, endpoint} = inspector;
    await copy(page, toText(`${endpoint}?pasted=1`));
    await click(panel, {role: 'treegrid'});
    await panel.press('Control+v');
    if (isWhole) await click(panel, {role: 'checkbox', name: 'x-api-key (header)'});
    await click(panel, {role: 'button', name: 'Open as draft'});
    await expectText(panel, {css: '.cm-content'}, 'pasted_thing');
    await click(panel, {css: 'input[aria-label=Address]'});
    if (!isWhole) await panel.type(`${endpoint}?pasted=1`);
    await panel.press('Control+Enter');
    const received = await api.waitFor((request) => request.body.includes('pasted_thing'));
    expect(received.body.toString()).toBe(delicate);
    expect(received.url).toBe('/api/track?pasted=1');
    expect(received.method).toBe('POST');
    expect(received.header('content-type')).toBe('application/json');
    expect(received.header('x-api-key')).toBe(isWhole ? apiKey : undefined);
    await expectReplayed(panel, isWhole ? '200' : '401');
  });
}

function toCurl(url: string): string {
  const lines = Object.entries(headers).map(([name, value]) => ` \\\n  -H '${name}: ${value}'`);
  return `curl '${url}'${lines.join('')} \\\n  --data-raw '${delicate.replaceAll("'", "'\\''")}' \\\n  --compressed`;
}

function toFetch(url: string): string {
  return `await fetch(${JSON.stringify(url)}, ${JSON.stringify({headers, body: delicate, method: 'POST'}, null, 2)});`;
}

function toHarEntry(url: string): string {
  const list = Object.entries(headers).map(([name, value]) => ({name, value}));
  const postData = {mimeType: 'application/json', text: delicate};
  return JSON.stringify({request: {method: 'POST', url, httpVersion: 'HTTP/2', headers: list, postData}});
}

/** Copies a text of the page to the clipboard, as the user would from an issue or a chat. */
async function copy(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => {
    const area = document.createElement('textarea');
    area.value = value;
    document.body.prepend(area);
    area.select();
  }, text);
  await page.press('Control+c');
}
