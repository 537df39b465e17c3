import {click, findElement} from '../../setup/surface';
import {test} from '../steps/inspector';
import {anEvent, expectText, field, row, send, tab} from '../steps/steps';

test('an issue stands on the field that it is about', async ({inspector: {page, panel, endpoint}}) => {
  const event = anEvent({user_id: 'dated-user', timestamp: '20-11-23T22:28:55.111Z'});
  await send(page, endpoint, {body: JSON.stringify([event])});
  await expectText(panel, row('dated-user'), 'bad-timestamp');
  await click(panel, row('dated-user'));
  await expectText(panel, field('timestamp'), '20-11-23T22:28:55.111Z', 'four digits');
});

test('a missing field is reported where it should stand', async ({inspector: {page, panel, endpoint}}) => {
  await send(page, endpoint, {body: JSON.stringify([anEvent({context: {}})])});
  await expectText(panel, row('invite_sent'), 'missing-group-id', '200');
  await click(panel, row('invite_sent'));
  await expectText(panel, field('group_id'), 'missing');
});

test('a listed issue leads to its field', async ({inspector: {page, panel, endpoint}}) => {
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'lost_thing', user_id: 17})])});
  await click(panel, row('lost_thing'));
  await click(panel, tab('Issues'));
  await click(panel, {css: '[role=tabpanel] li button', text: '/user_id'});
  await expectText(panel, {css: '[role=treeitem][aria-selected=true]'}, 'user_id', '17');
});

test('our own verdict stands beside the server’s refusal of an oversized batch', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  const body = JSON.stringify(Array.from({length: 1001}, () => anEvent()));
  await send(page, endpoint, {body});
  await expectText(panel, row('batch of 1,001'), 'oversized-batch', '400');
  await click(panel, row('batch of 1,001'));
  await click(panel, tab('Response'));
  await expectText(panel, {role: 'region', name: 'Server response'}, '400', 'events');
  await expectText(panel, {role: 'region', name: 'Track Inspector checks'}, '1,001');
  await click(panel, tab('Request'));
  await expectText(panel, {role: 'meter', name: 'Events'}, '1,001 / 1,000 events', 'over the limit');
});

test('a body that is no JSON is a row that says where it breaks', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  await send(page, endpoint, {body: '[\n  {"event_name": "broken_thing",\n   "user_id" "u1"}\n]'});
  await expectText(panel, row('unreadable body'), 'invalid-json', '400');
  await click(panel, row('unreadable body'));
  await expectText(panel, {role: 'tabpanel'}, 'line 3, column 14');
  await click(panel, {role: 'button', name: 'Show the body as sent'});
  await expectText(panel, {role: 'tabpanel'}, 'broken_thing');
});

test('missing credentials are told beside the server’s 401', async ({inspector: {page, panel, endpoint}}) => {
  const headers = {'content-type': 'application/json'};
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'nobodys_thing'})]), headers});
  await expectText(panel, row('nobodys_thing'), '401');
  await click(panel, row('nobodys_thing'));
  await click(panel, tab('Issues'));
  await expectText(panel, {role: 'tabpanel'}, 'missing-credentials');
});

test('each event of a batch is a row below it', async ({inspector: {page, panel, endpoint}}) => {
  const events = ['one_thing', 'other_thing'].map((event_name) => anEvent({event_name}));
  await send(page, endpoint, {body: JSON.stringify([...events, anEvent({timestamp: 'never'})])});
  await expectText(panel, row('batch of 3'), '200');
  await expectText(panel, row('one_thing'), 'no issues');
  await expectText(panel, row('invite_sent'), 'bad-timestamp');
  await findElement(panel, row('other_thing'));
});
