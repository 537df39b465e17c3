import {describe, expect, it} from 'vitest';
import {inspectRequest, requestFromParts} from '../../inspect-request';
import type {RequestParts} from '../../request-from-parts';
import {defaultSettings} from '../../settings';
import {messageOf} from '../../testing/message-of';
import type {Inspection} from '../../verdict/inspection';
import {segment} from './segment';

const headers = {'content-type': 'application/json', authorization: 'Basic a2V5Og=='};
const user = {userId: 'u'};

function inspect(body: unknown, parts: Partial<RequestParts> = {}): Inspection {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const base = {
    url: 'https://api.segment.io/v1/b',
    method: 'POST',
    headers,
    startedAt: '2026-04-30T07:08:48Z',
  };
  return inspectRequest(requestFromParts({...base, body: text, ...parts}));
}

function findings({issues}: Inspection): string[] {
  return issues.map(({severity, code, event, pointer}) => `${severity} ${code} ${event ?? '-'} ${pointer}`);
}

function at(path: string): Partial<RequestParts> {
  return {url: `https://api.segment.io/v1/${path}`};
}

describe('calls of each type', () => {
  it.each([
    [{type: 'track', event: 'Signed Up', properties: {plan: 'Pro'}}, 'Signed Up'],
    [{type: 'identify', traits: {email: 'a@b.example'}}, null],
    [{type: 'page', name: 'Home', category: 'Docs', properties: {}}, 'Home'],
    [{type: 'page', name: null}, null],
    [{type: 'screen', name: 'Start'}, 'Start'],
    [{type: 'alias', previousId: 'before'}, null],
    [{type: 'group', groupId: 'g'}, null],
  ])('%j has no issue in a batch and is named', (call, name) => {
    const inspection = inspect({batch: [{...user, ...call}], sentAt: '2026-04-30T07:08:48Z'});
    expect(findings(inspection)).toEqual([]);
    expect(inspection.events).toMatchObject([
      {type: call.type, name, user: 'u', pointer: '/batch/0', index: 0},
    ]);
  });

  it.each([
    [{type: 'track', ...user}, ['error missing-event-name 0 /event']],
    [{type: 'track', ...user, event: ''}, ['error missing-event-name 0 /event']],
    [{type: 'track', ...user, event: 5}, ['error wrong-type 0 /event']],
    [{type: 'track', ...user, event: 'E', properties: []}, ['error wrong-type 0 /properties']],
    [{type: 'identify', ...user, traits: 'x'}, ['error wrong-type 0 /traits']],
    [{type: 'page', ...user, name: 3}, ['error wrong-type 0 /name']],
    [{type: 'screen', ...user, category: {}}, ['error wrong-type 0 /category']],
    [{type: 'alias', ...user, previousId: 3}, ['error wrong-type 0 /previousId']],
    [{type: 'page'}, ['error missing-user-id 0 /userId']],
    [{...user, groupId: 'g'}, ['error missing-call-type 0 /type']],
    [{type: 'Group', ...user, groupId: 'g'}, ['warning unknown-call-type 0 /type']],
    [{type: 'grup', ...user}, ['warning unknown-call-type 0 /type']],
    [{type: 3, ...user}, ['error wrong-type 0 /type']],
    ['group', ['error entry-not-object 0 ']],
  ] as const)('%j in a batch: %j', (call, expected) => {
    expect(findings(inspect({batch: [call]}))).toEqual(expected);
  });

  it.each([
    ['g', {groupId: 'g'}, 'group', null],
    ['group', {groupId: 'g'}, 'group', null],
    ['t', {event: 'E'}, 'track', 'E'],
    ['p', {name: 'N'}, 'page', 'N'],
    ['i', {traits: {}}, 'identify', null],
    ['s', {name: 'N'}, 'screen', 'N'],
    ['a', {previousId: 'x'}, 'alias', null],
  ])('the path /v1/%s says the type', (path, call, type, name) => {
    const inspection = inspect({...user, ...call}, at(path));
    expect(findings(inspection)).toEqual([]);
    expect(inspection.events).toMatchObject([{type, name, pointer: ''}]);
  });

  it('a call at the path of another type is a warning', () => {
    expect(findings(inspect({type: 'track', event: 'E', ...user}, at('g')))).toEqual([
      'warning conflicting-call-type 0 /type',
    ]);
    expect(findings(inspect({batch: [{type: 'page', ...user}]}, at('g')))).toEqual([
      'warning conflicting-call-type - /batch',
    ]);
  });
});

describe('what the editor is told', () => {
  it.each([
    ['group', ['groupId', 'traits', 'userId']],
    ['track', ['event', 'properties']],
    [null, ['event', 'groupId', 'previousId', 'traits']],
  ] as const)('of a call of type %j are its fields', (type, fields) => {
    const known = segment.describeEvent(type, null).properties ?? {};
    for (const field of fields) expect(known[field]?.documentedType).toBeTruthy();
  });

  it('of a group’s traits are the reserved ones', () => {
    expect(segment.describeEvent(null, null).properties?.traits?.properties).toHaveProperty('createdAt');
    expect(segment.describeEvent('group', null).properties?.traits?.properties).toHaveProperty('employees');
    expect(segment.describeEvent('group', null).properties).not.toHaveProperty('previousId');
  });
});

describe('bodies', () => {
  it.each([
    ['{"batch":[]}', ['warning empty-batch - /batch']],
    ['{"batch":{}}', ['error body-not-call - /batch']],
    ['{"batch":null}', ['error body-not-call - /batch']],
    ['"group"', ['error body-not-call - ']],
    ['[{"type":"page","userId":"u"}]', ['error body-not-call - ']],
    ['{"type":"page","userId":"u"}', ['error body-not-call - ']],
    ['{"query":"{ account { id } }"}', ['warning not-an-event - ']],
    ['{"batch":[],"sentAt":"now"}', ['warning empty-batch - /batch', 'error bad-timestamp - /sentAt']],
    ['', ['error empty-body - ']],
    ['{"type":"group", // the account\n"groupId":"g"}', ['error invalid-json - ']],
  ])('%s: %j', (body, expected) => {
    expect(findings(inspect(body))).toEqual(expected);
  });

  it('an array is shown as the calls it holds', () => {
    expect(inspect([{type: 'page', ...user}]).events).toMatchObject([
      {type: 'page', name: null, pointer: '/0'},
    ]);
  });

  it('text/plain is as good as any content type', () => {
    const plain = {headers: {...headers, 'content-type': 'text/plain'}};
    expect(findings(inspect({batch: [{type: 'page', ...user}]}, plain))).toEqual([]);
  });

  it('says what is expected of an empty body in its own words', () => {
    expect(messageOf(inspect('').issues[0])).toContain('a call, or an object with a batch of calls');
  });
});

describe('sizes', () => {
  const padded = (bytes: number) => {
    const size = JSON.stringify({type: 'page', ...user, pad: ''}).length;
    return {type: 'page', ...user, pad: 'x'.repeat(bytes - size)};
  };
  const batch = (...bytes: number[]) => inspect({batch: bytes.map(padded)});

  it.each([
    [32_000, []],
    [32_001, ['warning oversized-call 1 ']],
    [32_768, ['warning oversized-call 1 ']],
    [32_769, ['error oversized-call 1 ']],
  ])('a call of %i bytes in a batch: %j', (bytes, expected) => {
    expect(findings(batch(100, bytes, 100))).toEqual(expected);
  });

  it.each([
    [32_000, []],
    [32_001, ['warning oversized-call 0 ']],
    [600_000, ['error oversized-call 0 ']],
  ])('a single call of %i bytes: %j', (bytes, expected) => {
    const inspection = inspect(padded(bytes), at('p'));
    expect(findings(inspection)).toEqual(expected);
    expect(inspection.size.maxBytes).toBe(32_000);
  });

  it('counts bytes as they travel, not characters', () => {
    const call = {type: 'page', ...user, pad: '😀'.repeat(8000)};
    expect(findings(inspect({batch: [call]}))).toEqual(['warning oversized-call 0 ']);
  });

  it.each([
    [500_000, []],
    [500_001, ['warning oversized-body - ']],
    [512_001, ['error oversized-body - ']],
  ])('a batch of %i bytes: %j', (bytes, expected) => {
    const text = JSON.stringify({batch: [{type: 'page', ...user}]});
    const inspection = inspect(text.padEnd(bytes));
    expect(findings(inspection)).toEqual(expected);
    expect(inspection.size).toMatchObject({maxBytes: 500_000, maxEvents: null, bytes});
  });

  it('a batch may hold more than 1,000 events', () => {
    expect(findings(inspect({batch: Array.from({length: 1500}, () => ({type: 'page', ...user}))}))).toEqual(
      [],
    );
  });
});

describe('write keys', () => {
  const body = {batch: [{type: 'page', ...user}]};
  const json = {'content-type': 'application/json'};

  it.each([
    ['in the body', {...body, writeKey: 'k'}, json],
    ['in a call', {batch: [{type: 'page', ...user, writeKey: 'k'}]}, json],
    ['as Basic', body, {...json, authorization: 'Basic a2V5Og=='}],
    ['as Bearer', body, {...json, Authorization: 'Bearer key'}],
    ['as Jitsu sends it', body, {...json, 'X-Write-Key': 'key:secret'}],
  ])('are found %s', (_, sent, given) => {
    expect(findings(inspect(sent, {headers: given}))).toEqual([]);
  });

  it.each([
    [body, json],
    [{...body, writeKey: ''}, json],
    [body, {...json, authorization: 'Basic Og=='}],
    [body, {...json, authorization: 'Basic '}],
    [body, {...json, authorization: ''}],
  ])('are missed in %j with %j', (sent, given) => {
    expect(findings(inspect(sent, {headers: given}))).toEqual(['warning missing-credentials - ']);
  });

  it.each(['Basic dW5kZWZpbmVkOg==', 'Basic WU9VUl9XUklURV9LRVk6', 'Bearer undefined', 'Bearer <write key>'])(
    'are placeholders in %j',
    (authorization) => {
      const inspection = inspect(body, {headers: {...json, authorization}});
      expect(findings(inspection)).toEqual(['warning placeholder-credentials - ']);
      expect(messageOf(inspection.issues[0])).toMatch(/^The write key in Authorization is the placeholder "/);
    },
  );

  it.each([
    ['?writeKey=k', []],
    ['?a=b&write_key=k', []],
    ['?writeKey=&a=b', ['warning missing-credentials - ']],
    ['?writeKey=#a', ['warning missing-credentials - ']],
  ])('are read from %j: %j', (query, issues) => {
    const url = `https://api.segment.io/v1/b${query}`;
    expect(findings(inspect(body, {headers: json, url}))).toEqual(issues);
  });

  it('are not missed where headers or body were not seen', () => {
    const url = 'https://api.segment.io/v1/b';
    const request = requestFromParts({url, method: 'POST', headers: json, body: JSON.stringify(body)});
    expect(findings(inspectRequest({...request, headers: {state: 'unknown'}}))).toEqual([]);
    expect(findings(inspectRequest({...request, headers: {state: 'redacted', list: []}}))).toEqual([]);
    const missing = inspectRequest({...request, body: {kind: 'missing', reason: 'blob'}});
    expect(findings(missing)).toEqual(['warning missing-body - ']);
  });
});

describe('the server’s answer', () => {
  it('is set beside the verdict', () => {
    const response = {status: 400, body: '{"success":false,"message":"malformed JSON"}'};
    expect(findings(inspect({batch: [{type: 'page', ...user}]}, {response}))).toEqual([
      'error server-rejected - ',
      'warning server-disagrees - ',
    ]);
  });
});

describe('compatible clients, by a rule of the user', () => {
  const settings = {
    ...defaultSettings,
    endpoints: [
      {host: '*', path: '/v1/*', protocol: 'segment' as const},
      {host: '*', path: '/api/s/*', protocol: 'segment' as const},
    ],
  };

  it('RudderStack has no timestamp', () => {
    const body = {
      type: 'track',
      event: 'Order Completed',
      channel: 'web',
      anonymousId: 'a',
      userId: '',
      messageId: 'm',
      originalTimestamp: '2026-04-30T07:08:47.079Z',
      sentAt: '2026-04-30T07:08:47.080Z',
      integrations: {All: true},
      properties: {},
      context: {traits: {}},
    };
    const parts = {
      url: 'https://rudder.example.com/v1/track',
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    };
    const request = requestFromParts(parts);
    expect(inspectRequest(request).protocol).toBeNull();
    const inspection = inspectRequest(request, {settings});
    expect(findings(inspection)).toEqual([]);
    expect(inspection.events[0]).toMatchObject({
      timestamp: body.originalTimestamp,
      type: 'track',
      name: 'Order Completed',
    });
  });

  it('Jitsu has a groupId on its events', () => {
    const body = {type: 'track', event: 'E', anonymousId: 'a', groupId: 'g', context: {}, messageId: 'm'};
    const url = 'https://jitsu.example.com/api/s/track';
    const keyed = {'content-type': 'application/json', 'x-write-key': 'key:secret'};
    const request = requestFromParts({url, method: 'POST', headers: keyed, body: JSON.stringify(body)});
    expect(inspectRequest(request).protocol).toBeNull();
    expect(findings(inspectRequest(request, {settings}))).toEqual([]);
  });
});

describe('ids and names that are blank or placeholders', () => {
  const group = {type: 'group', groupId: 'g', ...user};
  const track = {type: 'track', event: 'Signed Up', ...user};

  it.each([' ', '\t\n'])('%j is a missing userId, groupId and event', (blank) => {
    expect(findings(inspect({batch: [{...group, userId: blank}]}))).toEqual([
      'error missing-user-id 0 /userId',
    ]);
    expect(findings(inspect({batch: [{...group, groupId: blank}]}))).toEqual([
      'error missing-group-id 0 /groupId',
    ]);
    expect(findings(inspect({batch: [{...track, event: blank}]}))).toEqual([
      'error missing-event-name 0 /event',
    ]);
  });

  it.each(['Undefined', 'NULL', '{{User ID}}', '00000000-0000-0000-0000-000000000000'])(
    '%j is a placeholder as userId, anonymousId, groupId and event',
    (text) => {
      for (const field of ['userId', 'anonymousId', 'groupId'])
        expect(findings(inspect({batch: [{...group, [field]: text}]}))).toEqual([
          `warning placeholder-id 0 /${field}`,
        ]);
      expect(findings(inspect({batch: [{...track, event: text}]}))).toEqual([
        'warning placeholder-name 0 /event',
      ]);
    },
  );

  it.each(['YOUR_WRITE_KEY', '<write key>', 'process.env.WRITE_KEY'])('%s is no write key', (writeKey) => {
    expect(findings(inspect({batch: [track], writeKey}))).toEqual(['warning placeholder-credentials - ']);
  });

  it('an empty object is an error, since nothing arrives', () => {
    expect(findings(inspect({}))).toEqual(['error not-an-event - ']);
  });
});
