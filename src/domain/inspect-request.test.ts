import {gzipSync} from 'fflate';
import {describe, expect, it, vi} from 'vitest';
import {
  type InspectOptions,
  inspectRequest,
  inspectText,
  type RequestParts,
  requestFromParts,
} from './inspect-request';
import {defaultSettings} from './settings';
import {describeIssue} from './verdict/describe/describe-issue';

const event = {
  event_name: 'invite_sent',
  user_id: 'user-1',
  timestamp: '2026-04-30T07:08:47Z',
  properties: {invitee_email: 'amy@achme.com'},
  context: {group_id: 'group-1'},
};

function inspect(body: unknown, parts: Partial<RequestParts> = {}, options: InspectOptions = {}) {
  return inspectRequest(
    requestFromParts({
      url: 'https://api.app.thrivestack.ai/api/track',
      method: 'POST',
      headers: {'Content-Type': 'application/json', Authorization: 'Bearer token'},
      body: typeof body === 'string' ? body : JSON.stringify(body),
      startedAt: '2026-04-30T07:08:48Z',
      ...parts,
    }),
    options,
  );
}

function codes(inspection: ReturnType<typeof inspectRequest>): string[] {
  return inspection.issues.map(({code, event: index, pointer}) => `${code} ${index ?? '-'} ${pointer}`);
}

describe('inspectRequest', () => {
  it('has nothing to say about a correct batch', () => {
    const inspection = inspect([event]);
    expect(inspection).toMatchObject({protocol: 'thrivestack-track', decoded: true, issues: []});
    expect(inspection.events).toEqual([
      {
        index: 0,
        type: 'track',
        name: 'invite_sent',
        value: event,
        pointer: '/0',
        user: 'user-1',
        group: 'group-1',
        timestamp: '2026-04-30T07:08:47Z',
        messageId: null,
      },
    ]);
    expect(inspection.size).toMatchObject({events: 1, maxEvents: 1000, maxBytes: 2_000_000});
  });

  it('puts each issue on its field', () => {
    const broken = {...event, timestamp: '20-11-23T22:28:55.111Z', context: {}, user_id: 7};
    expect(codes(inspect([event, broken]))).toEqual([
      'wrong-type 1 /user_id',
      'bad-timestamp 1 /timestamp',
      'missing-group-id 1 /context/group_id',
    ]);
  });

  it('says where a body stops being JSON', () => {
    const inspection = inspect('[\n  {"event_name": "signed_up",}\n]');
    expect(inspection).toMatchObject({decoded: false, events: []});
    expect(inspection.issues).toMatchObject([
      {
        code: 'invalid-json',
        severity: 'error',
        position: {line: 2, column: 29},
        fixes: ['remove-trailing-comma'],
      },
    ]);
  });

  it('judges by the number of events and by the bytes on the wire', () => {
    expect(codes(inspect(Array.from({length: 1000}, () => event)))).toEqual([]);
    expect(codes(inspect(Array.from({length: 1001}, () => event)))).toEqual(['oversized-batch - ']);
    const padded = (bytes: number) => JSON.stringify([event]).padEnd(bytes);
    expect(codes(inspect(padded(2_000_000)))).toEqual([]);
    expect(inspect(padded(2_000_001)).issues).toMatchObject([{code: 'oversized-body', severity: 'warning'}]);
    expect(inspect(padded(2_097_152)).issues).toMatchObject([{code: 'oversized-body', severity: 'warning'}]);
    expect(inspect(padded(2_097_153)).issues).toMatchObject([{code: 'oversized-body', severity: 'error'}]);
  });

  it('lets a user change a severity and switch a rule off', () => {
    const rules = {'bad-timestamp': 'info', 'missing-group-id': 'off'} as const;
    const inspection = inspect(
      [{...event, timestamp: 'now', context: {}}],
      {},
      {settings: {...defaultSettings, rules}},
    );
    expect(inspection.issues).toMatchObject([{code: 'bad-timestamp', severity: 'info'}]);
  });

  it('says nothing of other requests', () => {
    expect(inspect([event], {method: 'OPTIONS'})).toMatchObject({protocol: null, decoded: false, issues: []});
    expect(inspect([event], {url: 'https://example.com/v1/track'}).protocol).toBeNull();
  });

  it('judges a request at the time it was sent, and takes now only where it has none', () => {
    const late = {...event, timestamp: '2026-06-01T00:00:00Z'};
    const now = new Date('2026-06-01T00:00:00Z');
    expect(codes(inspect([late], {}, {now}))).toEqual(['implausible-timestamp 0 /timestamp']);
    expect(codes(inspect([late], {startedAt: undefined}, {now}))).toEqual([]);
    expect(codes(inspect([late], {startedAt: undefined}))).toEqual([]);
  });

  it('reports entries that are no objects and still lists them', () => {
    const inspection = inspect([event, null, [event], 'signed_up']);
    expect(codes(inspection)).toEqual(['entry-not-object 1 ', 'entry-not-object 2 ', 'entry-not-object 3 ']);
    expect(inspection.events).toHaveLength(4);
  });

  it('stops checking where a batch is absurdly long', () => {
    const inspection = inspect(`[${'0,'.repeat(99_999)}0]`);
    expect(inspection.size.events).toBe(100_000);
    expect(inspection.issues.length).toBeLessThan(20_010);
    expect(codes(inspection)).toContain('checks-stopped - ');
  });

  // The limit falls on the end of an event, or between its issues.
  const wrong = '{"event_name":7,"user_id":7}';
  const perEvent = inspect(`[${wrong}]`).issues.length;
  const enough = Math.floor(20_000 / perEvent);
  it.each([
    ['the last one fits', Array(enough).fill(wrong), null],
    ['one too many', [...Array(enough).fill(wrong), wrong], {checked: enough, count: enough + 1}],
    [
      'the last one not to its end',
      ['0', ...Array(enough).fill(wrong)],
      {checked: enough, count: enough + 1},
    ],
    ['correct ones at the end', [...Array(enough).fill(wrong), JSON.stringify(event)], null],
  ])('never loses an issue in silence: %s', (_, entries, stopped) => {
    for (const rules of [{}, {'checks-stopped': 'off'}] as const) {
      const {issues} = inspect(`[${entries}]`, {}, {settings: {...defaultSettings, rules}});
      const found = issues.find(({code}) => code === 'checks-stopped');
      expect(found?.params ?? null).toEqual(stopped);
    }
  });

  it('finds doubled keys and halved characters at once in small bodies and on demand in large ones', () => {
    const whole = JSON.stringify(event);
    const text = `[${whole},${whole.replace('"user-1"', '"x","user_id":"\\ud800"')}]`;
    expect(codes(inspect(text))).toEqual(['duplicate-key 1 /user_id', 'lone-surrogate 1 /user_id']);
    const large = requestFromParts({
      url: 'https://api.app.thrivestack.ai/api/track',
      method: 'POST',
      headers: {},
      body: text.padEnd(100_000),
    });
    const inspection = inspectRequest(large);
    expect(codes(inspection).filter((code) => /duplicate|lone/.test(code))).toEqual([]);
    expect(inspectText(large, inspection)).toMatchObject([
      {code: 'duplicate-key', event: 1, pointer: '/user_id'},
      {code: 'lone-surrogate', event: 1, pointer: '/user_id'},
    ]);
  });

  it.each([
    ['duplicate-key', '"a":1,"a":2'],
    ['lone-surrogate', '"a":"\\ud800"'],
    ['unsafe-integer', '"a":9007199254740993'],
  ])('reports %s in each event that has one, however many there are before it', (code, members) => {
    const many = Array.from({length: 250}, (_, i) => members.replaceAll('"a"', `"p${i}"`)).join(',');
    const entry = (properties: string) =>
      JSON.stringify({...event, properties: 'here'}).replace('"here"', () => `{${properties}}`);
    const body = `[${[entry(many), ...Array.from({length: 300}, () => entry(members))].join(',')}]`;
    const large = requestFromParts({
      url: 'https://api.app.thrivestack.ai/api/track',
      method: 'POST',
      headers: {},
      body,
    });
    const found = inspectText(large, inspectRequest(large)).filter((issue) => issue.code === code);
    expect(new Set(found.map((issue) => issue.event)).size).toBe(301);
    expect(found.length).toBe(500);
  });

  it.each([
    '[{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}]',
    '[{"event_name": "__proto__", "properties": {"__proto__": {"polluted": 1}}}]',
    '{"event_name": "constructor", "context": {"__proto__": {"group_id": "g"}}}',
    '[{"event_name": "toString", "user_id": "hasOwnProperty"}]',
  ])('is not fooled by %s', (text) => {
    const inspection = inspect(text);
    expect(inspection.events).toHaveLength(1);
    expect(codes(inspection)).toContain('missing-group-id 0 /context/group_id');
    expect(({} as {polluted?: unknown}).polluted).toBeUndefined();
  });

  it('reads depth 10,000 without falling over', () => {
    const deep = `[{"event_name":"signed_up","properties":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}]`;
    expect(codes(inspect(deep))).toEqual(['too-deep - ']);
  });

  it('counts the bytes on the wire of a compressed body, not those it swells to', () => {
    const text = JSON.stringify([event]).padEnd(3_000_000);
    const inspection = inspect([], {
      body: gzipSync(new TextEncoder().encode(text)),
      headers: {'Content-Type': 'application/json', 'Content-Encoding': 'gzip', 'x-api-key': 'key-1'},
    });
    expect(inspection.issues).toEqual([]);
    expect(inspection.size.bytes).toBeLessThan(10_000);
  });

  it('passes no verdict on what was not seen', () => {
    const whole = requestFromParts({
      url: 'https://api.app.thrivestack.ai/api/track',
      method: 'POST',
      headers: {},
      body: JSON.stringify([event]),
    });
    const list = [{name: 'Content-Type', value: null}];
    for (const headers of [{state: 'unknown'}, {state: 'redacted', list}] as const)
      expect(codes(inspectRequest({...whole, headers}))).toEqual([]);
    const blob = inspectRequest({
      ...whole,
      headers: {state: 'unknown'},
      body: {kind: 'missing', reason: 'blob'},
    });
    expect(blob).toMatchObject({decoded: false, size: {bytes: null}});
    expect(codes(blob)).toEqual(['missing-body - ']);
    const large = inspectRequest({
      ...whole,
      headers: {state: 'unknown'},
      body: {kind: 'missing', reason: 'cut', size: 3_000_000},
    });
    expect(codes(large)).toEqual(['missing-body - ', 'oversized-body - ']);
  });

  it('parses a body once', () => {
    const parse = vi.spyOn(JSON, 'parse');
    const request = requestFromParts({
      url: 'https://api.app.thrivestack.ai/api/track',
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'x-api-key': 'key-1'},
      body: JSON.stringify([event, {...event, user_id: 5}]),
    });
    expect(codes(inspectRequest(request))).toEqual(['wrong-type 1 /user_id']);
    expect(parse).toHaveBeenCalledTimes(1);
    parse.mockRestore();
  });

  const long = 'x'.repeat(1_000_000);

  it.each<[string, unknown]>([
    [
      'every field',
      {event_name: long, user_id: long, timestamp: long, context: {group_id: long}, [long]: long},
    ],
    ['a key', {...event, properties: {invitee_email: 'a@b.co', [`${long}_email`]: long}}],
    [
      'an address',
      {...event, properties: {invitee_email: `${'a.'.repeat(400_000)}@${'b-'.repeat(100_000)}`}},
    ],
    ['a time', {...event, timestamp: `2026-04-30T07:08:47.${'1'.repeat(1_000_000)}Z`}],
    ['a legacy name', {...event, event_name: undefined, event: long}],
    ['spaces', {...event, event_name: `${' '.repeat(500_000)}x`, timestamp: ' '.repeat(500_000)}],
  ])('keeps its messages short where %s is a megabyte long', (_what, value) => {
    const {issues} = inspect([value], {headers: {Authorization: `Bearer eyJ${long}`, 'Content-Type': long}});
    for (const {message, found, expected} of issues.map((issue) => describeIssue(issue))) {
      expect(message.length).toBeLessThan(700);
      expect(found.length).toBeLessThan(200);
      expect(expected.length).toBeLessThan(200);
    }
    expect(issues.length).toBeGreaterThan(0);
  });

  it('bounds the issues of a single event', () => {
    const properties = Object.fromEntries(Array.from({length: 25_000}, (_, at) => [`k${at}_email`, '@']));
    const inspection = inspect([{...event, properties}]);
    expect(inspection.issues.length).toBeLessThan(20_010);
    expect(inspection.issues.filter(({code}) => code === 'bad-email').length).toBeGreaterThan(19_000);
  });

  it('reads an answer nested absurdly deep', () => {
    const deep = `{"success":true,"warnings":[${'['.repeat(300_000)}${']'.repeat(300_000)}]}`;
    expect(codes(inspect([event], {response: {status: 200, body: deep}}))).toEqual(['server-warning - ']);
  });
});
