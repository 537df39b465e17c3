import {click, findElement} from '../setup/surface';
import {expect, test} from './inspector';
import {answers} from './replay-steps';
import {apiKey, expectText, row} from './steps';

const body =
  '[{"event_name":"pasted_thing","user_id":"u-1","n":12345678901234567890,"context":{"group_id":"g"}}]';

test('a pasted cURL command is a draft that can be sent, credentials by choice only', async ({inspector}) => {
  const {panel, api, endpoint} = inspector;
  const command = `curl '${endpoint}?old' -H 'x-api-key: ${apiKey}' -H 'x-thing: 1' --data-raw '${body}'`;
  await click(panel, {role: 'button', name: 'New request'});
  await click(panel, {role: 'textbox', name: 'Paste a cURL command', exact: false});
  await panel.type(command);
  await expectText(panel, {css: '.edit-paste-credentials'}, 'left out unless', 'x-api-key (header)');
  await click(panel, {role: 'button', name: 'Open as a draft'});
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
  await expectText(panel, answers, 'Replay', '401');
  await findElement(panel, row('pasted_thing'));
});
