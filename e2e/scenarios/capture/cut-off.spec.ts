import {click} from '../../setup/surface';
import {readSaved} from '../steps/files';
import {expect, test} from '../steps/inspector';
import {openOnQuietPage} from '../steps/open-on-quiet-page';
import {answerReplay, answers, openEditor, toLines} from '../steps/replay-steps';
import {anEvent, expectText, row, send, tab} from '../steps/steps';
import {readRecords} from '../transports/read-records';

// The server announces a whole response, sends half of it and closes the connection: the status arrived, and the page
// got an error. It is not known whether the events were recorded.

const said = 'The server answered 200, but the response was cut off or blocked';

const cases = [
  {
    observers: 'webRequest and DevTools',
    grants: ['http://127.0.0.1/*', 'http://localhost/*'],
    errors: {chromium: 'net::ERR_CONTENT_LENGTH_MISMATCH', firefox: 'NS_ERROR_NET_PARTIAL_TRANSFER'},
  },
  {
    observers: 'DevTools alone',
    grants: [],
    errors: {chromium: 'net::ERR_CONTENT_LENGTH_MISMATCH', firefox: / of \d+ bytes came/},
  },
];

for (const {observers, grants, errors} of cases)
  test.describe(`by ${observers}`, () => {
    test.use({grants});

    test('a response that is cut off has its status and failed, wherever it is shown', async ({
      visit,
      browserUnderTest,
    }) => {
      const {page, endpoint} = visit;
      const panel = await openOnQuietPage(visit);
      const body = JSON.stringify([anEvent({event_name: 'half_answered'})]);
      await send(page, `${endpoint}?halve=1`, {body});
      await expectText(panel, row('half_answered'), 'failed', 'request-failed', said);
      const ends = async () => (await readRecords(panel)).map(({state, status}) => `${state} ${status}`);
      await expect.poll(ends).toEqual(['failed 200']);
      const [record] = await readRecords(panel);
      expect(record?.error).toMatch(errors[browserUnderTest]);

      await click(panel, row('half_answered'));
      await expectText(panel, {role: 'tabpanel'}, said);
      await click(panel, tab('Response'));
      await expectText(panel, {role: 'tabpanel'}, 'Incomplete response', record?.error ?? '');

      const saved = await readSaved(panel, async () => {
        await click(panel, {role: 'button', name: 'Export, resend, import'});
        await click(panel, {role: 'button', name: 'Export filtered requests as HAR'});
      });
      const {log} = JSON.parse(saved) as {log: {entries: {_error?: string; response: {status: number}}[]}};
      expect(log.entries).toMatchObject([{_error: record?.error, response: {status: 200}}]);
    });
  });

test('a replay whose response is cut off has its status, and delivery is not called failed', async ({
  inspector,
}) => {
  const {page, panel, api, endpoint} = inspector;
  await send(page, endpoint, {body: toLines('halved_thing')});
  await openEditor(panel, 'halved_thing');
  await answerReplay(api, {halve: true});
  await panel.press('Control+Enter');
  await expectText(panel, answers, 'Replay 200, then');
  await expectText(panel, {...row('halved_thing'), nth: 1}, 'failed', said);
});
