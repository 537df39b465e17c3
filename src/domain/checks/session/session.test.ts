import {describe, expect, it} from 'vitest';
import {inspectRequest, inspectSession, requestFromParts} from '../../inspect-request';
import {defaultSettings} from '../../settings';
import {messageOf} from '../../testing/message-of';
import type {Issue} from '../../verdict/issue';

const start = Date.parse('2026-04-30T07:08:48.000Z');
const track = 'https://api.app.thrivestack.ai/api/track';
const segment = 'https://api.segment.io/v1/b';

interface Sent {
  body: unknown;
  /** Milliseconds after the first request; null: unknown. */
  at?: number | null;
  url?: string;
  /** The response it got. */
  status?: number;
  redirectTo?: string;
}

function session(...requests: readonly Sent[]): Issue[] {
  const inspections = requests.map(({body, at = 0, url = track, status, redirectTo = track}, index) =>
    inspectRequest(
      requestFromParts({
        id: `request ${index}`,
        url,
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: {'content-type': 'application/json', authorization: 'Bearer key'},
        ...(status === undefined ? {} : {response: {status, headers: {location: redirectTo}}}),
        ...(at === null ? {} : {startedAt: new Date(start + at).toISOString()}),
      }),
    ),
  );
  return inspectSession(inspections);
}

function found(...requests: readonly Sent[]): string[] {
  return session(...requests).map(
    ({code, requestId, event, pointer}) => `${code} ${requestId?.slice(8)} ${event ?? '-'} ${pointer}`,
  );
}

function anEvent(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    event_name: 'invite_sent',
    user_id: 'user-1',
    timestamp: '2026-04-30T07:08:47.079Z',
    properties: {invitee_email: 'amy@example.com'},
    context: {group_id: 'account-1'},
    ...changes,
  };
}

function aCall(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {type: 'track', event: 'E', userId: 'u', timestamp: '2026-04-30T07:08:47.079Z', ...changes};
}

const calls = (...batch: readonly unknown[]): Sent => ({url: segment, body: {batch}});

describe('events that come twice', () => {
  it('in one batch are told at the second, with the place of the first', () => {
    const body = [anEvent(), anEvent({user_id: 'user-1', properties: {}}), anEvent()];
    expect(found({body})).toEqual(['duplicate-event 0 2 ']);
    expect(messageOf(session({body})[0])).toContain('as event 1');
  });

  it('within a second in another request are told, whatever else is sent with them', () => {
    const other = anEvent({properties: {}});
    expect(found({body: [anEvent()]}, {body: [other, anEvent()], at: 400})).toEqual(['duplicate-event 1 1 ']);
  });

  it('dated and back from a queue are told within a minute, with the likely cause', () => {
    const issues = session({body: [anEvent()]}, {body: [anEvent(), anEvent({properties: {}})], at: 2000});
    expect(issues).toMatchObject([{code: 'duplicate-event', event: 0, requestId: 'request 1'}]);
    expect(messageOf(issues[0])).toContain('back into its queue');
  });

  it('without a time of their own may come again after a second', () => {
    const undated = anEvent({timestamp: undefined});
    const other = anEvent({timestamp: undefined, properties: {}});
    expect(found({body: [undated]}, {body: [undated, other], at: 1001})).toEqual([]);
    expect(found({body: [undated]}, {body: [undated, other], at: 1000})).toEqual(['duplicate-event 1 0 ']);
  });

  it('are not sought among requests whose time is unknown', () => {
    expect(found({body: [anEvent()], at: null}, {body: [anEvent()], at: null})).toEqual([]);
  });

  it('are the same only if every field is', () => {
    const other = anEvent({timestamp: '2026-04-30T07:08:47.080Z'});
    expect(found({body: [anEvent()]}, {body: [other]})).toEqual([]);
  });

  it('beyond twenty are counted', () => {
    const body = Array.from({length: 1000}, () => anEvent());
    const issues = session({body});
    expect(issues).toHaveLength(21);
    expect(issues.at(-1)).toMatchObject({code: 'duplicate-event', event: null, requestId: 'request 0'});
    expect(messageOf(issues.at(-1))).toMatch(/^979 more events/);
  });
});

describe('a batch that comes again', () => {
  const body = [anEvent(), anEvent({properties: {}})];

  it.each([1000, 2000, 30_000])('after %i ms is one finding, which names the retry', (at) => {
    const issues = session({body}, {body, at});
    expect(issues).toMatchObject([{code: 'repeated-batch', event: null, requestId: 'request 1'}]);
    expect(messageOf(issues[0])).toContain('looks like a retry');
    expect(issues[0]?.severity).toBe('warning');
  });

  it('at once is no retry of the vendor’s script', () => {
    expect(messageOf(session({body}, {body, at: 200})[0])).toContain('too soon for a retry');
  });

  it('is known three times in a row', () => {
    expect(found({body}, {body, at: 1000}, {body, at: 3000})).toEqual([
      'repeated-batch 1 - ',
      'repeated-batch 2 - ',
    ]);
  });

  it('is known when Segment’s client changes only when it was sent', () => {
    const sentAt = (time: string) => ({...aCall({messageId: 'm', sentAt: time})});
    const first = {url: 'https://api.segment.io/v1/t', body: sentAt('2026-04-30T07:08:48.000Z')};
    const again = {...first, body: sentAt('2026-04-30T07:08:50.000Z'), at: 2000};
    expect(found(first, again)).toEqual(['repeated-batch 1 - ']);
  });

  it.each([
    ['through a redirect', [307], []],
    ['through several', [308, 307, 308], []],
    ['sent twice, each through a redirect', [307, 200, 307], ['repeated-batch 3 - ']],
    ['after a redirect that drops the body', [302], ['repeated-batch 1 - ']],
    ['after an error', [503], ['repeated-batch 1 - ']],
  ])('%s', (_, statuses, expected) => {
    const sent = [...statuses, 200].map((status, index) => ({body, status, at: index * 10}));
    expect(found(...sent)).toEqual(expected);
  });

  it('after a redirect to an address that is not an endpoint', () => {
    const redirected = {body, status: 307, redirectTo: 'https://elsewhere.example/collect'};
    expect(found(redirected, {body})).toEqual(['repeated-batch 1 - ']);
  });

  it('after minutes is a matter of its own', () => {
    expect(found({body}, {body, at: 61_000})).toEqual([]);
  });
});

describe('the same calls to two vendors', () => {
  const journy = 'https://analyze.journy.io/backend/v1/batch';
  const group = {
    type: 'group',
    userId: 'u',
    groupId: 'g',
    messageId: 'm',
    timestamp: '2026-04-30T07:08:47.079Z',
  };
  const call = aCall({messageId: 'm', context: {groupId: 'g'}});
  const to = (url: string, ...batch: readonly unknown[]): Sent => ({url, body: {batch}});

  it.each([
    ['are sent once to each', to(segment, group), to(journy, group), []],
    ['with changes are not one message', to(segment, group), to(journy, {...group, traits: {}}), []],
    [
      'introduce a group to one',
      to(segment, group),
      to(journy, call),
      ['unknown-group 1 0 /context/groupId'],
    ],
    ['of one vendor are sent again', to(journy, group), to(journy, group), ['repeated-batch 1 - ']],
  ])('%s', (_, first, second, expected) => {
    expect(found(first, second)).toEqual(expected);
  });
});

describe('the same calls to two sources of a vendor', () => {
  const to = (writeKey: string | undefined, ...batch: readonly unknown[]): Sent => ({
    url: segment,
    body: {writeKey, batch},
  });

  it.each([
    ['are sent once to each', to('one', aCall()), to('two', aCall()), []],
    ['are sent again to one', to('one', aCall()), to('one', aCall()), ['repeated-batch 1 - ']],
    [
      'are sent again to one among others',
      to('one', aCall()),
      to('one', aCall({event: 'F'}), aCall()),
      ['duplicate-event 1 1 '],
    ],
    // Twilio Segment, Handling Duplicate Data: deduplication is not scoped to a source or a workspace.
    [
      'with one messageId reach only the first',
      to('one', aCall({messageId: 'm'})),
      to('two', aCall({messageId: 'm'})),
      ['duplicate-message-id 1 0 /messageId'],
    ],
    [
      'with one messageId, again to each',
      to('one', aCall({messageId: 'm'})),
      to('one', aCall({messageId: 'm'})),
      ['repeated-batch 1 - '],
    ],
  ])('%s', (_, first, second, expected) => {
    expect(found(first, second)).toEqual(expected);
  });
});

describe('message ids', () => {
  it.each([
    [[aCall({messageId: 'm'}), aCall({messageId: 'm', event: 'F'})], ['duplicate-message-id 0 1 /messageId']],
    [[aCall({messageId: 'm'}), aCall({messageId: 'n'})], []],
    [[aCall(), aCall({event: 'F'})], []],
    [[aCall({messageId: ''}), aCall({event: 'F', messageId: ''})], []],
  ])('in one batch: %j', (batch, expected) => {
    expect(found(calls(...batch))).toEqual(expected);
  });

  it('are remembered over the whole session', () => {
    const later = {...calls(aCall({messageId: 'm', event: 'F'})), at: 3_600_000};
    expect(found(calls(aCall({messageId: 'm'})), later)).toContain('duplicate-message-id 1 0 /messageId');
  });
});

describe('users', () => {
  const of = (...users: unknown[]) => ({
    body: users.map((user_id, at) => anEvent({user_id, properties: {at}})),
  });

  it.each([
    [['a', 'a'], []],
    [['a', 'b'], ['user-switch 0 1 /user_id']],
    [
      ['a', 'b', 'a'],
      ['user-switch 0 1 /user_id', 'user-switch 0 2 /user_id'],
    ],
    [['', 'a'], []],
    [['a', '', 'a'], []],
    [['a', '', 'b'], ['user-switch 0 2 /user_id']],
    [['anonymous', 'a'], []],
    [[' ', 'a', 'undefined', 'a'], []],
    [['a', 'unknown', 'b'], ['user-switch 0 2 /user_id']],
  ])('%j in one batch: %j', (users, expected) => {
    expect(found(of(...users))).toEqual(expected);
  });

  it.each([
    ['1e3', '1000', false],
    ['1000', '1.0e3', false],
    ['1.0', '1', false],
    ['-0', '0', false],
    ['7', '"7"', false],
    ['12345678901234567890', '12345678901234567890', false],
    ['12345678901234567890', '1.2345678901234567890e19', false],
    ['12345678901234567890', '12345678901234567891', true],
    ['1.2345678901234567890e19', '1.2345678901234567891e19', true],
    ['9007199254740993.0', '9007199254740992', true],
    ['"1e3"', '1000', true],
  ])('%s and %s in one batch are two users: %s', (one, other, isSwitch) => {
    const events = [one, other].map((user, at) =>
      JSON.stringify(anEvent({user_id: null, properties: {at}})).replace('null', user),
    );
    expect(found({body: `[${events.join()}]`})).toEqual(isSwitch ? ['user-switch 0 1 /user_id'] : []);
    // The same for a group that a call introduces.
    const group = `{"type":"group","userId":"u","groupId":${one}}`;
    const inGroup = JSON.stringify(aCall({context: {groupId: null}})).replace('null', other);
    expect(found({url: segment, body: `{"batch":[${group},${inGroup}]}`})).toEqual(
      isSwitch ? ['unknown-group 0 1 /context/groupId'] : [],
    );
  });

  it('may change from one request to the next', () => {
    expect(found(of('a'), of('b'))).toEqual([]);
  });

  it('of Segment are told by userId, and logging in is no change', () => {
    const batch = [{userId: undefined, anonymousId: 'x'}, {userId: 'a'}, {userId: 'b'}].map(aCall);
    expect(found(calls(...batch))).toEqual(['user-switch 0 2 /userId']);
  });
});

describe('the clock', () => {
  it.each([
    ['2026-04-30T07:08:47Z', []],
    ['2026-04-29T07:08:48Z', []],
    ['2026-04-29T07:08:47Z', ['clock-off 0 - ']],
    ['2026-05-01T07:08:48Z', []],
    ['2026-05-01T07:08:49Z', ['clock-off 0 - ']],
    // Reported at their fields; they do not mean that the clock is wrong.
    ['1970-01-01T00:00:00Z', []],
    ['9999-12-31T00:00:00Z', []],
    ['20-11-23T22:28:55.111Z', []],
  ])('an event dated %s: %j', (timestamp, expected) => {
    expect(found({body: [anEvent({timestamp})]})).toEqual(expected);
  });

  it('is not blamed for one event among timely ones', () => {
    expect(found({body: [anEvent(), anEvent({timestamp: '2026-04-01T00:00:00Z'})]})).toEqual([]);
  });

  it.each([
    [[], 'The event is 29 days older'],
    [[{}], 'All 2 events are 29 days older'],
    [[{timestamp: undefined}], 'The event with a time is 29 days older'],
    [[{}, {timestamp: 'yesterday'}], 'All 2 events with a time are 29 days older'],
  ])('is not said to be that of events without a time: %j', (others, words) => {
    const old = {timestamp: '2026-04-01T00:00:00Z'};
    const body = [{}, ...others].map((changes, at) => anEvent({...old, ...changes, properties: {at}}));
    const [issue] = session({body}).filter(({code}) => code === 'clock-off');
    expect(messageOf(issue)).toContain(words);
  });

  it('is not blamed where it is unknown when the request left', () => {
    expect(found({body: [anEvent({timestamp: '2026-04-01T00:00:00Z'})], at: null})).toEqual([]);
  });

  const old = '2026-04-01T00:00:00Z';
  const timely = '2026-04-30T07:08:48Z';

  it.each([
    ['a queue is no wrong clock', old, timely, null],
    ['a sentAt that is behind is told', timely, old, 'sentAt is 29 days before'],
    ['a sentAt that is ahead is told', timely, '2026-05-04T00:00:00Z', 'sentAt is 3 days after'],
    ['without sentAt, the events are told', old, undefined, 'older than the request'],
    ['a sentAt that is no time says nothing', old, 'now', 'older than the request'],
  ])('of a Segment client is read from sentAt, in a call and around a batch: %s', (_, at, sentAt, told) => {
    const call = aCall({timestamp: at});
    for (const body of [
      {...call, sentAt},
      {batch: [call], sentAt},
    ]) {
      const found = session({url: segment, body}).filter(({code}) => code === 'clock-off');
      expect(found.map(messageOf)).toEqual(told === null ? [] : [expect.stringContaining(told)]);
    }
  });

  it('is read from the call’s own sentAt before that of the batch', () => {
    expect(found({url: segment, body: {batch: [aCall({sentAt: timely})], sentAt: old}})).toEqual([]);
  });
});

describe('groups', () => {
  const inGroup = (groupId: string, more = {}) => aCall({context: {groupId}, ...more});
  const group = (groupId: string) => ({type: 'group', userId: 'u', groupId});

  it('are told once, at the first call of a group that was not introduced', () => {
    expect(found(calls(inGroup('g'), inGroup('g', {event: 'F'})), calls(inGroup('h')))).toEqual([
      'unknown-group 0 0 /context/groupId',
      'unknown-group 1 0 /context/groupId',
    ]);
  });

  it.each(['undefined', '{{id}}', ' '])('are not introduced as %j', (groupId) => {
    expect(found(calls(inGroup(groupId)))).toEqual([]);
  });

  it('are known from a group call before, or in the same batch', () => {
    expect(found(calls(group('g')), calls(inGroup('g')))).toEqual([]);
    expect(found(calls(inGroup('g'), group('g')))).toEqual([]);
  });

  it('of journy.io too, and not of ThriveStack', () => {
    const url = 'https://analyze.journy.io/backend/v1/batch';
    expect(found({url, body: {batch: [inGroup('g')]}})).toEqual(['unknown-group 0 0 /context/groupId']);
    expect(found({body: [anEvent()]})).toEqual([]);
  });
});

describe('session rules', () => {
  it('can each be switched off or made graver', () => {
    const request = requestFromParts({
      url: track,
      method: 'POST',
      headers: {},
      body: JSON.stringify([anEvent(), anEvent()]),
    });
    const judge = (severity: 'off' | 'error') =>
      inspectSession([inspectRequest(request)], {
        settings: {...defaultSettings, rules: {'duplicate-event': severity}},
      });
    expect(judge('off')).toEqual([]);
    expect(judge('error')).toMatchObject([{severity: 'error'}]);
  });

  it('pass over requests of others and bodies that could not be read', () => {
    expect(found({url: 'https://example.com/', body: [anEvent()]}, {body: 'x'}, {body: []})).toEqual([]);
  });

  // A rule that compares all pairs of events would take far longer than this limit.
  it('judge 100,000 events of a session', () => {
    const inspections = Array.from({length: 1000}, (_, request) => {
      const batch = Array.from({length: 100}, (_, at) =>
        aCall({messageId: `${request}-${at}`, context: {groupId: `${request}`}}),
      );
      const {url, body} = calls(...batch);
      const startedAt = new Date(start + request * 10).toISOString();
      return inspectRequest(
        requestFromParts({
          url: url ?? track,
          method: 'POST',
          headers: {},
          body: JSON.stringify(body),
          startedAt,
        }),
      );
    });
    expect(inspectSession(inspections)).toHaveLength(1000);
  }, 60_000);
});
