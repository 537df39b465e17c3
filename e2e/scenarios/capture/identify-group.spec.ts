import {click, countOf, findElement} from '../../setup/surface';
import {expect, test} from '../steps/inspector';
import {anEvent, apiKey, expectText, field, row, send, tab} from '../steps/steps';

const timestamp = new Date().toISOString();

test('the script’s identify and group calls are rows with their type, and have no issue', async ({
  inspector,
}) => {
  const {page, panel, api, site} = inspector;
  await page.goto(`${site.url}/account.html?auto=off`);
  await click(page, {css: '#set-user'});
  await click(page, {css: '#set-group'});
  await api.waitFor(({url, answer}) => url === '/api/identify' && answer?.status === 200);
  await api.waitFor(({url, answer}) => url === '/api/group' && answer?.status === 200);
  for (const type of ['identify', 'group']) await expectText(panel, row(type), type, 'no issues', '200');
  await click(panel, row('group'));
  await expectText(panel, field('account_name'), 'Acme Inc.');
  await expectText(panel, {css: '.detail-name'}, 'group');
});

test('the filter finds calls by type', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  const identify = [
    {user_id: 'u-1', traits: {user_email: 'a@b.example'}, context: {group_id: 'g'}, timestamp},
  ];
  await send(page, endpoint, {body: JSON.stringify([anEvent({event_name: 'tracked_thing'})])});
  await send(page, endpoint.replace('/track', '/identify'), {body: JSON.stringify(identify)});
  await expectText(panel, row('tracked_thing'), '200');
  await expectText(panel, row('identify'), '200');
  await click(panel, {css: '#filter'});
  await panel.type('type:identify');
  await expect.poll(() => countOf(panel, {css: '[role=row]', text: 'tracked_thing'})).toBe(0);
  await findElement(panel, row('identify'));
});

test('a group call without its group_id is reported, corrected and replayed', async ({inspector}) => {
  const {page, panel, api, endpoint} = inspector;
  const traits = {account_name: 'Initech', group_type: 'Account'};
  const body = JSON.stringify([{user_id: 'u-1', groupId: 'g-1', traits, timestamp}]);
  await send(page, endpoint.replace('/track', '/group'), {body});
  await expectText(panel, row('group'), 'missing-group-id', '400');
  await click(panel, row('group'));
  await click(panel, tab('Issues'));
  await expectText(panel, {role: 'tabpanel'}, 'ThriveStack Group API');
  await click(panel, tab('Event'));
  await expectText(panel, field('group_id'), 'missing');
  await click(panel, {css: '.issue[data-code=missing-group-id] button'});
  await click(panel, {css: '[role=dialog] .edit-fix button'});
  await expectText(panel, {css: '.cm-content'}, '"group_id"');
  await panel.press('Control+Enter');
  await expectText(panel, {role: 'region', name: 'Responses'}, 'Original 400', 'Replay 200');
  const replay = await api.waitFor(({url, answer}) => url === '/api/group' && answer?.status === 200);
  expect(JSON.parse(replay.body.toString())).toEqual([{user_id: 'u-1', traits, timestamp, group_id: 'g-1'}]);
});

test('an identify call of the script with a number as user ID is reported, corrected and replayed', async ({
  inspector,
}) => {
  const {page, panel, api, endpoint, site} = inspector;
  await page.goto(`${site.url}/account.html?auto=off`);
  const identifyEndpoint = endpoint.replace('/track', '/identify');
  await page.evaluate(setNumberedUser, {script: `${site.url}/thrivestack.js`, identifyEndpoint, apiKey});
  await expectText(panel, row('identify'), 'wrong-type', '400');
  await click(panel, row('identify'));
  await click(panel, tab('Issues'));
  await expectText(panel, {role: 'tabpanel'}, 'ThriveStack Identify API');
  await click(panel, tab('Event'));
  await expectText(panel, field('user_email'), 'ada@acme.example');
  await click(panel, {css: '.issue[data-code=wrong-type] button'});
  await click(panel, {css: '[role=dialog] .edit-fix button'});
  await expectText(panel, {css: '.cm-content'}, '"user_id":"42"');
  await panel.press('Control+Enter');
  await expectText(panel, {role: 'region', name: 'Responses'}, 'Original 400', 'Replay 200');
  const original = await api.waitFor(({url}) => url === '/api/identify');
  const replay = await api.waitFor(({url, answer}) => url === '/api/identify' && answer?.status === 200);
  expect(replay.body.toString()).toBe(original.body.toString().replace('"user_id":42', '"user_id":"42"'));
});

/** The app passes its database ID to the script unchanged: a number. */
async function setNumberedUser({
  script,
  ...options
}: {
  script: string;
  identifyEndpoint: string;
  apiKey: string;
}): Promise<void> {
  const {createThriveStack} = await import(script);
  const {setUser} = createThriveStack({...options, identity: () => ({user: '42', group: 'g-1'})});
  void setUser(42, 'ada@acme.example', 'Ada Marsh');
}

test('an identify call has its fields completed from the documents', async ({inspector}) => {
  const {page, panel, endpoint} = inspector;
  const body =
    '[\n{"user_id":"u-1",\n"context":{"group_id":"g"},\n"timestamp":"2026-11-01T10:00:00Z",\n"traits":{}}\n]';
  await send(page, endpoint.replace('/track', '/identify'), {body});
  await click(panel, row('identify'));
  await click(panel, tab('Edit'));
  await click(panel, {css: '.cm-content'});
  await panel.press('Control+End');
  for (const _ of '}}\n]') await panel.press('ArrowLeft');
  await panel.type('"user_e');
  await expectText(panel, {css: '.cm-tooltip-autocomplete'}, 'user_email');
});
