import {describe, expect, it} from 'vitest';
import type {CapturedHeader} from '../../capture/captured-request';
import {proposeFixes} from '../../edit/fixes/quick-fixes';
import {inspectRequest, type RequestParts, requestFromParts} from '../../inspect-request';
import {applyEdits} from '../../json/edit/edit-text';
import {messageOf} from '../../testing/message-of';

const event = {
  event_name: 'invite_sent',
  user_id: 'user-1',
  timestamp: '2026-04-30T07:08:47Z',
  properties: {invitee_email: 'amy@achme.com'},
  context: {group_id: 'group-1'},
};

function toRequest(body: unknown, parts: Partial<RequestParts> = {}) {
  return requestFromParts({
    url: 'https://api.app.thrivestack.ai/api/track',
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'x-api-key': 'key-1'},
    body: JSON.stringify(body),
    startedAt: '2026-04-30T07:08:48Z',
    ...parts,
  });
}

function inspect(body: unknown, parts: Partial<RequestParts> = {}): string[] {
  const {issues} = inspectRequest(toRequest(body, parts));
  return issues.map(({severity, code, pointer}) => `${severity} ${code} ${pointer}`.trim());
}

describe('the envelope', () => {
  it.each<[Record<string, unknown>, string[]]>([
    [{}, []],
    [{event_name: undefined}, ['error missing-event-name /event_name']],
    [{event_name: ''}, ['error missing-event-name /event_name']],
    [{event_name: null}, ['error missing-event-name /event_name']],
    [{event_name: {}}, ['error wrong-type /event_name']],
    [{event_name: undefined, event: 'invite_sent'}, ['error legacy-event-field /event_name']],
    [{event_name: '', event: 'invite_sent'}, ['error legacy-event-field /event_name']],
    [{event_name: undefined, event: ' '}, ['error missing-event-name /event_name']],
    [{event_name: undefined, event: ''}, ['error missing-event-name /event_name']],
    [{event: 'invite_sent'}, []],
    [{user_id: undefined}, ['error missing-user-id /user_id']],
    [{user_id: null}, ['error missing-user-id /user_id']],
    [{user_id: ''}, ['error missing-user-id /user_id']],
    [{user_id: 42}, ['error wrong-type /user_id']],
    [{user_id: 'amy@achme.com'}, []],
    [{user_id: '', context: {group_id: 'g', device_id: 'd'}}, ['warning missing-user-id /user_id']],
    [{user_id: 'undefined'}, ['warning placeholder-id /user_id']],
    [{user_id: 'anonymous'}, ['info placeholder-id /user_id']],
    [{timestamp: undefined}, ['error missing-timestamp /timestamp']],
    [{timestamp: '2026-04-30T07:08:47+02:00'}, ['warning timestamp-not-utc /timestamp']],
    [{timestamp: '2026-04-30T07:08Z'}, ['warning unusual-timestamp /timestamp']],
    [{timestamp: '2027-04-30T07:08:47Z'}, ['warning implausible-timestamp /timestamp']],
    [{context: undefined}, ['error missing-group-id /context/group_id']],
    [{context: []}, ['error wrong-type /context', 'error missing-group-id /context/group_id']],
    [{context: {group_id: 5}}, ['error wrong-type /context/group_id']],
    [{context: {group_id: 'unassigned'}}, ['info placeholder-id /context/group_id']],
    [{context: {group_id: 'g', source: 5}}, ['warning wrong-type /context/source']],
    [{context: {group_id: 'g', source: 'product'}}, []],
    [{context: {group_id: 'g', source: 'app'}}, ['info unlisted-value /context/source']],
    [{context: {group_id: 'g', anything: {of: ['ours']}}}, []],
    [{properties: {invitee_email: 'amy'}}, ['warning bad-email /properties/invitee_email']],
    [
      {properties: {invitee_email: 'a@b.co', 'our/own_email': '@'}},
      ['warning bad-email /properties/our~1own_email'],
    ],
    [{something: 'of ours'}, []],
  ])('with %j has the issues %j', (changes, issues) => {
    expect(inspect([{...event, ...changes}])).toEqual(issues);
  });

  it('names the field that was meant', () => {
    const {issues} = inspectRequest(toRequest([{...event, user_id: undefined, userId: 'user-1'}]));
    expect(messageOf(issues[0])).toContain('Found userId');
  });
});

describe('a group id elsewhere', () => {
  it.each<[Record<string, unknown>, string]>([
    [{group_id: 'g'}, '/group_id'],
    [{groupId: 'g'}, '/groupId'],
    [{context: {groupId: 'g'}}, '/context/groupId'],
    [{properties: {...event.properties, group_id: 'g'}}, '/properties/group_id'],
    [{properties: {...event.properties, groupId: 7}}, '/properties/groupId'],
  ])('%j is found at %s', (changes, pointer) => {
    const {issues} = inspectRequest(toRequest([{...event, context: {}, ...changes}]));
    expect(issues).toMatchObject([
      {code: 'missing-group-id', severity: 'error', pointer: '/context/group_id', fixes: ['move-group-id']},
      {code: 'misplaced-group-id', severity: 'warning', pointer, fixes: ['move-group-id']},
    ]);
    expect(messageOf(issues[0])).toContain(pointer.slice(1).replace('/', '.'));
  });

  it('is fine where it is the same, and a conflict where it differs', () => {
    expect(inspect([{...event, group_id: 'group-1'}])).toEqual([]);
    expect(inspect([{...event, group_id: 'group-2'}])).toEqual(['warning conflicting-group-id /group_id']);
  });

  it.each<[Record<string, unknown>, string[]]>([
    [{group_id: 'group-1', groupId: 'b'}, ['warning conflicting-group-id /groupId']],
    [
      {group_id: 'group-1', context: {group_id: 'group-1', groupId: 'b'}},
      ['warning conflicting-group-id /context/groupId'],
    ],
    [
      {groupId: 'group-1', properties: {...event.properties, group_id: 'b'}},
      ['warning conflicting-group-id /properties/group_id'],
    ],
    [{context: {}, group_id: 'undefined'}, ['error missing-group-id /context/group_id']],
    [
      {context: {}, group_id: '{{id}}', groupId: 'g'},
      ['error missing-group-id /context/group_id', 'warning misplaced-group-id /groupId'],
    ],
    [{context: {group_id: '7'}, group_id: 7}, []],
    [{context: {group_id: 7}, group_id: '7'}, ['error wrong-type /context/group_id']],
    [{context: {group_id: '7'}, group_id: 8}, ['warning conflicting-group-id /group_id']],
    [{group_id: 'undefined'}, ['warning conflicting-group-id /group_id']],
  ])('that differs is found behind one that does not, and 7 is "7": %j', (changes, issues) => {
    expect(inspect([{...event, ...changes}])).toEqual(issues);
  });
});

it.each([
  ['"group_id":12345678901234567890,"context":{"group_id":"12345678901234567890"}', []],
  ['"group_id":12345678901234567890,"context":{"group_id":"12345678901234567000"}', ['12345678901234567890']],
  [
    '"group_id":"12345678901234567000","context":{"group_id":12345678901234567890}',
    ['context.group_id is 12345678901234567890, and'],
  ],
  ['"group_id":1e3,"context":{"group_id":1000}', []],
  ['"group_id":"1000","context":{"group_id":1.0e3}', []],
  ['"group_id":-0,"context":{"group_id":"0"}', []],
  ['"group_id":"7","context":{"group_id":1e3}', ['context.group_id is 1e3, and']],
])('compares group IDs as they were sent: %s', (ids, shown) => {
  const body = JSON.stringify([{...event, context: undefined}]).replace('}]', `,${ids}}]`);
  const {issues} = inspectRequest(toRequest(null, {body}));
  const messages = issues.filter(({code}) => code === 'conflicting-group-id').map(messageOf);
  expect(messages).toEqual(shown.map((digits) => expect.stringContaining(digits)));
});

describe('a placeholder as group ID, with the real one elsewhere', () => {
  it.each<[unknown, string]>([
    ['undefined', 'warning placeholder-id /context/group_id'],
    ['{{id}}', 'warning placeholder-id /context/group_id'],
    [{}, 'error wrong-type /context/group_id'],
  ])('%j is not the one to keep', (own, expected) => {
    const body = [{...event, context: {group_id: own}, groupId: 'null', group_id: 'g'}];
    const {issues, events} = inspectRequest(toRequest(body));
    expect(issues.map(({severity, code, pointer}) => `${severity} ${code} ${pointer}`).sort()).toEqual(
      [expected, 'warning misplaced-group-id /group_id'].sort(),
    );
    const issue = issues.find(({code}) => code === 'misplaced-group-id');
    const text = JSON.stringify(body);
    const context = {text, value: JSON.parse(text), events, now: '', newUuid: () => ''};
    const [fix] = issue ? proposeFixes(issue, {...context, sessionGroups: []}) : [];
    expect(JSON.parse(applyEdits(text, fix?.edits ?? []))).toEqual([
      {...event, context: {group_id: 'g'}, groupId: 'null'},
    ]);
  });

  it('may be intended', () => {
    const body = [{...event, context: {group_id: 'unassigned'}, group_id: 'g'}];
    expect(inspect(body)).toContain('warning conflicting-group-id /group_id');
  });
});

describe('names', () => {
  it.each([
    ['Invite_Sent', 'invite_sent'],
    ['inviteSent', 'invite_sent'],
    ['Invite Sent', 'invite_sent'],
    ['invite-sent', 'invite_sent'],
    ['invitesent', 'invite_sent'],
    [' invite_sent ', 'invite_sent'],
    ['invite_send', 'invite_sent'],
    ['ivnite_sent', 'invite_sent'],
    ['invites_sent', 'invite_sent'],
    ['Signed_Up', 'signed_up'],
    ['Sign Up', 'signed_up'],
    ['login', 'signed_in'],
    ['Log In', 'signed_in'],
    ['logOut', 'signed_out'],
    ['signup', 'signed_up'],
    ['user_added_to_account', 'account_added_user'],
  ])('%j is nearly %s', (name, likely) => {
    const {issues} = inspectRequest(toRequest([{...event, event_name: name}]));
    expect(issues).toMatchObject([
      {
        code: 'near-miss-event-name',
        severity: 'warning',
        pointer: '/event_name',
        suggestion: {kind: 'set', value: likely},
      },
    ]);
  });

  it.each([
    'report_exported',
    'custom.event_example',
    '[Your Custom Event]',
    'User Registered',
    'x'.repeat(5000),
    '_',
  ])('%j is a custom event', (name) => {
    expect(inspect([{...event, event_name: name}])).toEqual(['info unknown-event /event_name']);
  });

  it.each(['element_click', 'form_submit', 'form_abandoned', 'onboarding_team_completed'])(
    '%s is no news',
    (name) => {
      expect(inspect([{...event, event_name: name}])).toEqual([]);
    },
  );
});

describe('the shape of the body', () => {
  it.each<[unknown, string[], number]>([
    [[event], [], 1],
    [event, ['warning bare-object'], 1],
    [[], ['warning empty-batch'], 0],
    [{}, ['error not-an-event'], 0],
    [{events: [event]}, ['error not-an-event'], 0],
    [{events: [event], context: event.context}, ['error not-an-event'], 0],
    [{batch: [event], user_id: 'user-1', timestamp: event.timestamp}, ['error not-an-event'], 0],
    [{...event, events: [event], data: [event]}, ['warning bare-object'], 1],
    [{batch: [event], writeKey: 'k'}, ['error not-an-event'], 0],
    [{query: 'query { a }'}, ['warning not-an-event'], 0],
    [{query: '{ a }', variables: {}}, ['warning not-an-event'], 0],
    [{operationName: 'A', variables: {}, extensions: {persistedQuery: {}}}, ['warning not-an-event'], 0],
    [[{query: 'mutation { a }'}], ['warning not-an-event'], 0],
    [[{...event, query: 'query { a }'}], [], 1],
    ['text', ['error body-not-array'], 0],
    [7, ['error body-not-array'], 0],
    [null, ['error body-not-array'], 0],
    [true, ['error body-not-array'], 0],
    [[event, 'text', null, 7, [event]], Array(4).fill('error entry-not-object'), 5],
  ])('%j is judged', (body, issues, events) => {
    expect(inspect(body)).toEqual(issues);
    expect(inspectRequest(toRequest(body)).events).toHaveLength(events);
  });
});

const json = {'Content-Type': 'application/json'};

function token(claims: unknown): string {
  return [{alg: 'RS256', typ: 'JWT'}, claims]
    .map((part) => btoa(JSON.stringify(part)).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'))
    .concat('signature')
    .join('.');
}

describe('credentials', () => {
  const sentAt = Date.UTC(2026, 3, 30, 7, 8, 48) / 1000;

  it.each<[Record<string, string>, string[]]>([
    [{Authorization: 'Bearer opaque'}, []],
    [{authorization: 'bearer opaque'}, []],
    [{'X-API-KEY': 'key'}, []],
    [{}, ['warning missing-credentials']],
    [{Authorization: ''}, ['warning missing-credentials']],
    [{Authorization: 'Bearer'}, ['warning missing-credentials']],
    [{Authorization: 'Bearer '}, ['warning missing-credentials']],
    [{'x-api-key': ' '}, ['warning missing-credentials']],
    [{Authorization: 'Bearer undefined'}, ['warning placeholder-credentials']],
    [{Authorization: 'Bearer {{token}}'}, ['warning placeholder-credentials']],
    [{'x-api-key': 'null'}, ['warning placeholder-credentials']],
    [{'x-api-key': `\${API_KEY}`}, ['warning placeholder-credentials']],
    [{Authorization: `Bearer ${' '.repeat(1_000_000)}x${' '.repeat(1_000_000)}x`}, []],
    [{KEY: 'key'}, ['warning legacy-credentials']],
    [{Authorization: 'Token abc'}, ['warning legacy-credentials']],
    [{Authorization: 'Basic abc'}, ['warning legacy-credentials']],
    [{Authorization: `Bearer ${token({})}`}, []],
    [{Authorization: `Bearer ${token({aud: 'user_management', jti: 'f', iat: 1, iss: 'ThriveStack'})}`}, []],
    [{Authorization: `Bearer ${token({exp: sentAt + 1})}`}, []],
    [{Authorization: `Bearer ${token({exp: sentAt})}`}, ['warning expired-token']],
    [{Authorization: `Bearer ${token({nbf: sentAt})}`}, []],
    [{Authorization: `Bearer ${token({nbf: sentAt + 1})}`}, ['warning token-not-yet-valid']],
    [{Authorization: `Bearer ${token({scope: 'telemetry_apis'})}`}, []],
    [{Authorization: `Bearer ${token({scp: ['openid', 'track_api']})}`}, []],
    [{Authorization: `Bearer ${token({scope: 'openid'})}`}, ['warning missing-scope']],
    [{Authorization: `Bearer ${token({scopes: []})}`}, ['warning missing-scope']],
    [{Authorization: `Bearer ${token('text')}`}, ['warning malformed-token']],
    [{Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.e30'}, ['warning malformed-token']],
    [{Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.%%%.x'}, ['warning malformed-token']],
    [{Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.a.b.c.d'}, []],
  ])('%j are judged', (credentials, issues) => {
    expect(inspect([event], {headers: {...json, ...credentials}})).toEqual(issues);
  });

  it('never shows the token, and says when it expired', () => {
    const secret = token({exp: 1_725_014_097, scope: 'openid'});
    const {issues} = inspectRequest(
      toRequest([event], {headers: {...json, Authorization: `Bearer ${secret}`}}),
    );
    expect(messageOf(issues[0])).toContain('expired on 2024-08-30 10:34:57 UTC');
    expect(JSON.stringify(issues)).not.toContain(secret.slice(0, 20));
  });

  it('says nothing about validity where it is unknown when the request was sent', () => {
    const headers = {...json, Authorization: `Bearer ${token({exp: 1, nbf: 9e12})}`};
    expect(inspect([event], {headers, startedAt: undefined})).toEqual([]);
  });

  it.each<[string, CapturedHeader[]]>([
    ['is withheld', [{name: 'Authorization', value: null}]],
    ['lies in the secret store', [{name: 'x-api-key', value: null, secret: 'secret-1'}]],
  ])('are taken as sent where their value %s', (_why, list) => {
    const request = toRequest([event]);
    const headers = {
      state: 'known',
      list: [{name: 'content-type', value: 'application/json'}, ...list],
    } as const;
    expect(inspectRequest({...request, headers}).issues).toEqual([]);
  });
});

describe('the content type', () => {
  it.each<[Record<string, string>, string[]]>([
    [{'content-type': 'application/json'}, []],
    [{'Content-Type': 'application/json; charset=utf-8'}, []],
    [{'Content-Type': 'Application/JSON;charset=UTF-8'}, []],
    [{'Content-Type': 'application/vnd.api+json'}, []],
    [{'Content-Type': 'text/plain;charset=UTF-8'}, ['warning unexpected-content-type']],
    [{'Content-Type': 'application/jsonp'}, ['warning unexpected-content-type']],
    [{}, ['warning unexpected-content-type']],
  ])('%j is judged', (headers, issues) => {
    expect(inspect([event], {headers: {'x-api-key': 'key', ...headers}})).toEqual(issues);
  });
});

describe("the server's answer", () => {
  const faulty = {...event, user_id: 7};
  const wrong = 'error wrong-type /user_id';

  it.each<[string, unknown, number, string, string[]]>([
    [
      'accepts what is right',
      event,
      200,
      '{"success":true,"response_id":"r","message":"Event tracked successfully"}',
      [],
    ],
    ['accepts without a word', event, 204, '', []],
    ['accepts what is wrong', faulty, 200, '{"success":true}', [wrong, 'info server-disagrees']],
    [
      'refuses what is wrong',
      faulty,
      400,
      '{"success":false,"message":"Bad Request"}',
      [wrong, 'error server-rejected'],
    ],
    [
      'refuses what is right',
      event,
      400,
      '{"message":"no"}',
      ['error server-rejected', 'warning server-disagrees'],
    ],
    [
      'refuses with success: false',
      event,
      200,
      '{"success":false}',
      ['error server-rejected', 'warning server-disagrees'],
    ],
    ['fails', event, 500, '<h1>Error</h1>', ['warning server-failed']],
    ['fails at what is wrong', faulty, 503, '{"message":"down"}', [wrong, 'warning server-failed']],
    ['is busy', event, 429, '', ['warning server-rejected']],
    ['redirects', event, 307, '', []],
    [
      'warns',
      event,
      200,
      '{"success":true,"warnings":["Field \'x\' is missing"]}',
      ['warning server-warning'],
    ],
    [
      'warns in objects',
      event,
      200,
      '{"warnings":[{"field":"x"},null]}',
      ['warning server-warning', 'warning server-warning'],
    ],
    ['says nothing of use', event, 200, '[1,2]', []],
  ])('%s', (_what, sent, status, body, issues) => {
    expect(inspect([sent], {response: {status, body}})).toEqual(issues);
  });

  it('of 401 is explained by the credentials', () => {
    expect(inspect([event], {headers: json, response: {status: 401, body: ''}})).toEqual([
      'warning missing-credentials',
      'error server-rejected',
    ]);
  });

  const large = {...event, notes: 'x'.repeat(2_000_000)};

  it.each<[number, string, unknown, Record<string, string>, string[]]>([
    [415, 'the content type', [event], {'Content-Type': 'text/plain'}, ['warning unexpected-content-type']],
    [400, 'one meaning of 2 MB', [large], {}, ['warning oversized-body']],
    [413, 'one meaning of 2 MB', [large], {}, ['warning oversized-body']],
    [400, 'the object', event, {}, ['warning bare-object']],
    [400, 'the empty batch', [], {}, ['warning empty-batch']],
  ])('of %i is explained by %s, although that is only a warning', (status, _what, sent, headers, issues) => {
    const found = inspect(sent, {
      headers: {...json, 'x-api-key': 'key-1', ...headers},
      response: {status, body: ''},
    });
    expect(found).toEqual([...issues, 'error server-rejected']);
  });

  it('of another status is not', () => {
    const found = inspect(event, {response: {status: 403, body: ''}});
    expect(found).toEqual(['warning bare-object', 'error server-rejected', 'warning server-disagrees']);
  });

  it('is related to what was found here', () => {
    const body = JSON.stringify({
      success: true,
      warnings: ["Field 'user_email' is missing and may affect 'Virality' Report"],
    });
    const sent = {...event, event_name: 'account_added_user', properties: {}};
    const {issues} = inspectRequest(toRequest([sent], {response: {status: 200, body}}));
    expect(messageOf(issues.find(({code}) => code === 'server-warning'))).toContain('reported here too');
    expect(
      messageOf(
        inspectRequest(toRequest([faulty], {response: {status: 400, body: '{"message":"bad user"}'}}))
          .issues[1],
      ),
    ).toBe('The server answered 400: "bad user". 1 error was found here too.');
  });
});

describe('ids and names that are blank or placeholders', () => {
  const blanks = [' ', '\t\n', '\u00a0'];

  it.each(blanks)('%j is a missing user_id, group_id and event_name', (blank) => {
    expect(inspect([{...event, user_id: blank}])).toEqual(['error missing-user-id /user_id']);
    expect(inspect([{...event, context: {group_id: blank}}])).toEqual([
      'error missing-group-id /context/group_id',
    ]);
    expect(inspect([{...event, event_name: blank}])).toContain('error missing-event-name /event_name');
    expect(inspect([{...event, event_name: blank}])).not.toContain('info unknown-event /event_name');
  });

  it.each(['Undefined', 'NULL', '{{User ID}}', '00000000-0000-0000-0000-000000000000'])(
    '%j is a placeholder as user_id, group_id and event_name',
    (text) => {
      expect(inspect([{...event, user_id: text}])).toEqual(['warning placeholder-id /user_id']);
      expect(inspect([{...event, context: {group_id: text}}])).toEqual([
        'warning placeholder-id /context/group_id',
      ]);
      expect(inspect([{...event, event_name: text}])).toContain('warning placeholder-name /event_name');
    },
  );
});

describe('an Authorization header that lacks something', () => {
  const opened = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';

  it.each<[string, string, string]>([
    [opened, 'missing-credentials', 'without the scheme Bearer'],
    [`Bearer Bearer ${opened}`, 'malformed-token', 'names its scheme twice'],
    [`Bearer "${opened}"`, 'malformed-token', 'in quotes'],
    [`Bearer '${opened}'`, 'malformed-token', 'in quotes'],
    ['Bearer “abc”', 'malformed-token', 'in quotes'],
    ['Bearer <your_auth_token>', 'placeholder-credentials', 'placeholder'],
    ['Bearer process.env.KEY', 'placeholder-credentials', 'placeholder'],
    ['undefined', 'placeholder-credentials', 'placeholder'],
    ['Basic', 'legacy-credentials', 'Basic'],
  ])('%s: %s', (Authorization, code, words) => {
    const {issues} = inspectRequest(toRequest([event], {headers: {...json, Authorization}}));
    expect(issues).toMatchObject([{code, severity: 'warning'}]);
    expect(messageOf(issues[0])).toContain(words);
    expect(messageOf(issues[0])).not.toContain(opened);
  });
});
