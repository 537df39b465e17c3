import type {Panel} from '../../setup/browser-driver';
import {click, countOf, findElement} from '../../setup/surface';
import {fromQuietPage} from '../steps/from-quiet-page';
import {expect, test} from '../steps/inspector';
import {openEditor} from '../steps/replay-steps';
import {anEvent, apiKey, expectText, field, row, send, tab} from '../steps/steps';
import {listRecordIds} from '../transports/read-records';

test('a HAR file is imported, judged, and a request of it sent, without the credentials it held', async ({
  inspector,
}) => {
  const {panel, api, endpoint} = inspector;
  const faulty = JSON.stringify([anEvent({event_name: 'imported_thing', context: {}})]);
  await importFile(panel, 'session.har', toHar(endpoint, faulty));
  await expectText(panel, {css: '.toast'}, 'Imported 1 request; 1 to other addresses skipped.');
  await expectText(panel, row('imported_thing'), 'missing-group-id', '200');
  await click(panel, row('imported_thing'));
  await expectText(panel, field('group_id'), 'missing');
  await click(panel, tab('Request'));
  await expectText(panel, {role: 'tabpanel'}, 'Captured byimport', 'x-api-key');

  await openEditor(panel, 'imported_thing');
  await panel.press('Control+Enter');
  const sent = await api.waitFor(({body}) => body.includes('imported_thing'));
  expect(sent.body.toString()).toBe(faulty);
  expect(sent.header('x-api-key')).toBeUndefined();
});

test('what the command line recorded is imported and checked, and a line that is not a request is named', async ({
  inspector: {panel, endpoint},
}) => {
  const toLine = (name: string, response: object) =>
    JSON.stringify({
      url: endpoint,
      method: 'POST',
      headers: {'content-type': 'application/json', 'x-api-key': 'MASKED'},
      body: JSON.stringify([anEvent({event_name: name, context: {}})]),
      startedAt: new Date().toISOString(),
      ...response,
    });
  const lines = [
    toLine('recorded_thing', {response: {status: 400, body: '{"message":"No"}'}}),
    '{"half": ',
    toLine('unanswered_thing', {}),
  ];
  await importFile(panel, 'tracking.ndjson', `${lines.join('\n')}\n`);
  await expectText(
    panel,
    {css: '.toast'},
    'Imported 2 requests; line 2 skipped: this line is not valid JSON.',
    'Credentials are not imported.',
  );
  await expectText(panel, row('recorded_thing'), 'missing-group-id', '400');
  await expectText(panel, row('unanswered_thing'), 'unknown');
  await click(panel, row('recorded_thing'));
  await click(panel, tab('Request'));
  await expectText(panel, {role: 'tabpanel'}, 'Captured byimport', 'x-api-key');
});

test('a file that is no HAR is refused with a reason', async ({inspector: {panel}}) => {
  await importFile(panel, 'session.har', '<img src=x onerror=alert(1)>');
  const banner = {css: '.banner', text: 'This is not a HAR file: it is not JSON.'};
  await findElement(panel, banner);
  await click(panel, {role: 'button', name: 'Clear'});
  await expect.poll(() => countOf(panel, banner), {message: 'Clear ends it'}).toBe(0);
  await importFile(panel, 'session.har', 'no HAR either');
  await findElement(panel, banner);
  await importFile(panel, 'session.har', '{"log":{"entries":[]}}');
  await expect.poll(() => countOf(panel, banner), {message: 'the next import ends it'}).toBe(0);
});

test('Clear ends an import that is under way: nothing of it is listed afterwards', async ({inspector}) => {
  const {panel, page, endpoint} = inspector;
  await fromQuietPage(inspector);
  const toBody = (index: number) => JSON.stringify([anEvent({event_name: `imported_${index}`})]);
  const bodies = Array.from({length: 6_000}, (_, index) => toBody(index));
  await importFile(panel, 'large.har', toHar(endpoint, ...bodies));
  await expectText(panel, {css: '.toast'}, 'Importing: ');
  await click(panel, {role: 'button', name: 'Clear'});
  await expectText(panel, {css: '.toast'}, 'The import was cancelled because the list was cleared.');

  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'sent_afterwards'})])});
  await expectText(panel, row('sent_afterwards'), '200');
  expect(await listRecordIds(panel)).toHaveLength(1);
  await expectText(panel, {css: '.status-bar'}, '1 request');
});

/** Gives a file to the panel, in place of the browser's file dialog, which scripts cannot control. */
async function importFile(panel: Panel, name: string, text: string): Promise<void> {
  await click(panel, {role: 'button', name: 'Export, resend, import'});
  await panel.evaluate(
    (file) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (input === null) throw new Error('The panel takes no file.');
      const transfer = new DataTransfer();
      transfer.items.add(new File([file.text], file.name));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', {bubbles: true}));
    },
    {name, text},
  );
}

/** The file that a browser's Network panel saves of a visit. */
function toHar(endpoint: string, ...bodies: readonly string[]): string {
  const toEntry = (url: string, text: string) => ({
    startedDateTime: new Date().toISOString(),
    time: 20,
    request: {
      method: 'POST',
      url,
      headers: [
        {name: 'content-type', value: 'application/json'},
        {name: 'content-length', value: String(Buffer.byteLength(text))},
        {name: 'x-api-key', value: apiKey},
      ],
      postData: {mimeType: 'application/json', text},
    },
    response: {status: 200, statusText: 'OK', headers: [], content: {size: 0}},
  });
  const elsewhere = new URL('/login', endpoint).href;
  return JSON.stringify({
    log: {
      version: '1.2',
      pages: [],
      entries: [...bodies.map((body) => toEntry(endpoint, body)), toEntry(elsewhere, '{}')],
    },
  });
}
