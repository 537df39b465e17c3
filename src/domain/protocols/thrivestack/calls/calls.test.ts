import {describe, expect, it} from 'vitest';
import {proposeFixes} from '../../../edit/fixes/quick-fixes';
import {inspectRequest, inspectSession, requestFromParts} from '../../../inspect-request';
import {applyEdits} from '../../../json/edit/edit-text';
import type {JsonValue} from '../../../json/json-value';
import {describeIssue} from '../../../verdict/describe/describe-issue';
import type {Inspection} from '../../../verdict/inspection';
import {protocols} from '../../protocols';

const host = 'https://api.app.thrivestack.ai/api';
const timestamp = '2026-04-30T07:08:47Z';

const identify = {
  user_id: 'user-1',
  traits: {user_email: 'amy@example.com', user_name: 'Amy'},
  context: {group_id: 'account-1', device_id: 'd', session_id: 's', source: 'product'},
  timestamp,
};
const group = {
  group_id: 'account-1',
  user_id: 'user-1',
  traits: {account_name: 'Initech', group_type: 'Account', employees: 42},
  timestamp,
};

type Call = 'identify' | 'group';

function inspectText(call: Call, body: string, headers: Record<string, string> = {}): Inspection {
  return inspectRequest(
    requestFromParts({
      url: `${host}/${call}`,
      method: 'POST',
      headers: {'content-type': 'application/json', 'x-api-key': 'key', ...headers},
      body,
      startedAt: '2026-04-30T07:08:48Z',
    }),
  );
}

const inspect = (call: Call, body: unknown) => inspectText(call, JSON.stringify(body));

function findings({issues}: Inspection): string[] {
  return issues.map(({severity, code, event, pointer}) => `${severity} ${code} ${event ?? '-'} ${pointer}`);
}

describe('an identify and a group call', () => {
  it.each<[Call, unknown, Record<string, unknown>]>([
    ['identify', identify, {type: 'identify', name: null, user: 'user-1', group: 'account-1', timestamp}],
    ['group', group, {type: 'group', name: null, user: 'user-1', group: 'account-1', timestamp}],
    // The sample of 2025, and the traits of every generation.
    [
      'identify',
      {...identify, traits: {email: 'a@b.example', name: 'A', enrichment_phone: ['+1'], own: {any: 1}}},
      {type: 'identify'},
    ],
    [
      'group',
      {
        ...group,
        traits: {...group.traits, enrichment_tags: [], enrichment_domain_aliases: null, planName: 'Basic'},
      },
      {type: 'group'},
    ],
    // Null and "" mean no value, and the account may also be in the context.
    ['identify', {...identify, traits: {phone: null, created_at: ''}}, {user: 'user-1'}],
    ['group', {...group, context: {group_id: 'account-1'}}, {group: 'account-1'}],
  ])('%s %j has no issue', (call, entry, facts) => {
    const inspection = inspect(call, [entry]);
    expect(findings(inspection)).toEqual([]);
    expect(inspection).toMatchObject({protocol: `thrivestack-${call}`, events: [facts]});
  });

  it.each<[Call, Record<string, unknown>, string[]]>([
    ['identify', {user_id: undefined}, ['error missing-user-id 0 /user_id']],
    ['identify', {user_id: null}, ['error missing-user-id 0 /user_id']],
    ['identify', {user_id: ' '}, ['error missing-user-id 0 /user_id']],
    ['group', {group_id: ' '}, ['error missing-group-id 0 /group_id']],
    ['identify', {user_id: ''}, ['warning missing-user-id 0 /user_id']],
    ['identify', {user_id: 7}, ['error wrong-type 0 /user_id']],
    ['identify', {user_id: 'undefined'}, ['warning placeholder-id 0 /user_id']],
    ['identify', {context: undefined}, ['warning missing-group-id 0 /context/group_id']],
    ['identify', {context: {group_id: ''}}, ['warning missing-group-id 0 /context/group_id']],
    ['identify', {context: {group_id: 7}}, ['error wrong-type 0 /context/group_id']],
    ['identify', {context: {...identify.context, source: 'app'}}, ['info unlisted-value 0 /context/source']],
    ['identify', {timestamp: undefined}, ['warning missing-timestamp 0 /timestamp']],
    ['identify', {timestamp: '20-11-23T22:28:55.111Z'}, ['error bad-timestamp 0 /timestamp']],
    ['identify', {traits: []}, ['error wrong-type 0 /traits']],
    ['identify', {traits: {user_email: 'amy'}}, ['warning bad-email 0 /traits/user_email']],
    ['identify', {traits: {created_at: 'yesterday'}}, ['warning bad-date 0 /traits/created_at']],
    ['identify', {traits: {first_name: 7}}, ['error wrong-type 0 /traits/first_name']],
    ['identify', {traits: {enrichment_phone: '+1'}}, ['error wrong-type 0 /traits/enrichment_phone']],
    ['group', {group_id: undefined}, ['error missing-group-id 0 /group_id']],
    ['group', {group_id: undefined, context: {group_id: 'g'}}, ['warning missing-group-id 0 /group_id']],
    ['group', {group_id: 'null'}, ['warning placeholder-id 0 /group_id']],
    ['group', {group_id: 'null', context: {group_id: 'g'}}, ['warning placeholder-id 0 /group_id']],
    ['group', {group_id: 7}, ['error wrong-type 0 /group_id']],
    ['group', {context: {group_id: 'other'}}, ['warning conflicting-group-id 0 /context/group_id']],
    ['group', {user_id: undefined}, ['error missing-user-id 0 /user_id']],
    ['group', {traits: {name: 'Initech'}}, ['warning missing-property 0 /traits/group_type']],
    ['group', {traits: {...group.traits, employees: '42'}}, ['warning wrong-type 0 /traits/employees']],
    ['group', {traits: 'Initech'}, ['error wrong-type 0 /traits']],
  ])('%s with %j: %j', (call, changes, expected) => {
    const inspection = inspect(call, [{...(call === 'group' ? group : identify), ...changes}]);
    expect(findings(inspection)).toEqual(expected);
    for (const issue of inspection.issues) {
      expect(issue.source.document).toMatch(/^(ThriveStack|RFC|ISO|Track Inspector)/);
      expect(describeIssue(issue).message).toMatch(/\.$/);
    }
  });

  it.each<[Call, string, string[]]>([
    ['identify', '[]', ['warning empty-batch - ']],
    ['identify', JSON.stringify(identify), ['warning bare-object - ']],
    ['group', JSON.stringify(group), ['warning bare-object - ']],
    ['group', '{"name":"admins","members":[]}', ['warning not-an-event - ']],
    ['identify', '"x"', ['error body-not-array - ']],
    ['group', '[7]', ['error entry-not-object 0 ']],
    ['group', '[{"query":"query { a }"}]', ['warning not-an-event - ']],
  ])('%s: the body %s has %j', (call, body, expected) => {
    expect(findings(inspectText(call, body))).toEqual(expected);
  });

  it.each([
    ['"group_id":12345678901234567890,"context":{"group_id":"12345678901234567890"}', []],
    [
      '"group_id":12345678901234567890,"context":{"group_id":"12345678901234567000"}',
      ['12345678901234567890'],
    ],
    ['"group_id":1000,"context":{"group_id":1e3}', []],
    ['"group_id":1e3,"context":{"group_id":"7"}', ['but group_id is 1e3, and']],
  ])('compares group IDs as they were sent: %s', (ids, shown) => {
    const body = JSON.stringify([{...group, group_id: undefined}]).replace('}]', `,${ids}}]`);
    const {issues} = inspectText('group', body);
    const messages = issues
      .filter(({code}) => code === 'conflicting-group-id')
      .map((issue) => describeIssue(issue).message);
    expect(messages).toEqual(shown.map((digits) => expect.stringContaining(digits)));
  });

  it('names the right place in words', () => {
    const messages = (call: Call, entry: unknown) =>
      inspect(call, [entry]).issues.map((issue) => describeIssue(issue).message);
    expect(messages('group', {...group, context: {group_id: 'other'}})[0]).toContain(
      'but group_id is "account-1"',
    );
    expect(messages('group', {...group, traits: {}})[0]).toContain('traits.group_type is missing');
  });

  it('asks for credentials, and for a scope of its own', () => {
    expect(findings(inspectText('group', JSON.stringify([group]), {'x-api-key': ''}))).toEqual([
      'warning missing-credentials - ',
    ]);
  });

  it('is not read as a session of users who follow each other', () => {
    const inspection = inspect('identify', [identify, {...identify, user_id: 'user-2'}]);
    expect(findings(inspection)).toEqual([]);
    expect(inspectSession([inspection])).toEqual([]);
    expect(inspectSession([inspect('identify', [identify, identify])])).toMatchObject([
      {code: 'duplicate-event'},
    ]);
  });
});

describe('the fixes of a missing account', () => {
  it.each<[Call, string, string]>([
    ['group', '[{"user_id":"u","context":{"group_id":7}}]', '[{"user_id":"u","context":{},"group_id":"7"}]'],
    ['group', '[{"groupId":"g","user_id":"u"}]', '[{"user_id":"u","group_id":"g"}]'],
    ['group', '[{"user_id":"u"}]', '[{"user_id":"u","group_id":"seen"}]'],
    ['identify', '[{"user_id":"u","group_id":"g"}]', '[{"user_id":"u","context":{"group_id": "g"}}]'],
    ['identify', '[{"user_id":"u"}]', '[{"user_id":"u","context":{"group_id": "seen"}}]'],
    [
      'group',
      '[{"groupId":"undefined","context":{"group_id":"g"}}]',
      '[{"groupId":"undefined","context":{},"group_id":"g"}]',
    ],
    [
      'identify',
      '[{"group_id":null,"groupId":"g","context":{}}]',
      '[{"group_id":null,"context":{"group_id":"g"}}]',
    ],
    ['identify', '[{"context":{"groupId":"null"}}]', '[{"context":{"groupId":"null","group_id":"seen"}}]'],
  ])('%s: %s becomes %s', (call, text, fixed) => {
    const {issues, events} = inspectText(call, text);
    const issue = issues.find(({code}) => code === 'missing-group-id');
    const value: JsonValue = JSON.parse(text);
    const context = {
      text,
      value,
      events,
      now: timestamp,
      newUuid: () => 'uuid',
      sessionGroups: ['seen'],
    };
    const [fix] = issue ? proposeFixes(issue, context) : [];
    expect(applyEdits(text, fix?.edits ?? [])).toBe(fixed);
  });
});

it('names the spelling of the user that has a value', () => {
  const {issues} = inspect('identify', [{...identify, user_id: undefined, userId: null, uid: 'u'}]);
  expect(issues.map((issue) => describeIssue(issue).message)).toEqual([expect.stringContaining('Found uid')]);
});

describe('what the editor is told', () => {
  it.each([
    ['thrivestack-identify', ['user_email', 'username', 'created_at', 'enrichment_phone']],
    ['thrivestack-group', ['account_domain', 'group_type', 'employees', 'enrichment_tags']],
  ] as const)('of %s are its traits, each with its document', (id, traits) => {
    const fields = protocols[id].describeEvent(null, null).properties?.traits?.properties ?? {};
    for (const trait of traits) expect(fields[trait]?.source?.document).toMatch(/^ThriveStack/);
  });
});
