import {describe, expect, it} from 'vitest';
import type {DecodedEvent, JsonValue} from '../domain';
import {describeNearest, findMismatches, isNamed, type TrackedEvent} from './match-event';

function toTracked(name: string | null, properties: JsonValue): TrackedEvent {
  const event: DecodedEvent = {
    index: 0,
    type: name === null ? 'identify' : 'track',
    name,
    value: {},
    pointer: '/0',
    user: null,
    group: null,
    timestamp: null,
    messageId: null,
  };
  return {event, properties};
}

describe('properties are matched in part', () => {
  it.each<[JsonValue, JsonValue | undefined, string[]]>([
    [{}, {a: 1}, []],
    [{a: 1}, {a: 1, b: 2}, []],
    [{a: 1}, {a: '1'}, ['/a']],
    [{a: {b: 1}}, {a: {b: 1, c: 2}}, []],
    [{a: {b: 1}}, {a: {c: 2}}, ['/a/b']],
    [{a: {b: 1}}, {a: 1}, ['/a']],
    [{a: [1, {b: 1}]}, {a: [1, {b: 1, c: 1}]}, []],
    [{a: [1]}, {a: [1, 2]}, ['/a']],
    [{a: []}, {a: []}, []],
    [{a: {}}, {a: {}}, []],
    [{a: null}, {a: null}, []],
    [{a: null}, {}, ['/a']],
    [{'a/b': 1}, {'a/b': 2}, ['/a~1b']],
    [{toString: 1}, {}, ['/toString']],
    [{a: 1}, undefined, ['']],
  ])('%j against %j', (expected, found, pointers) => {
    expect(findMismatches(expected, found).map(({pointer}) => pointer)).toEqual(pointers);
  });
});

describe('what comes nearest', () => {
  it('is the event of the name with the fewest differences', () => {
    const events = [
      toTracked('sent', {plan: 'free', seats: 1}),
      toTracked('sent', {plan: 'pro'}),
      toTracked('x', {}),
    ];
    expect(describeNearest(events, 'sent', {plan: 'pro', seats: 5})).toEqual([
      '2 events of this name. Nearest:',
      expect.stringContaining('sent'),
      '    /seats is missing, expected 5',
      expect.stringContaining('sent'),
      '    /plan is "free", expected "pro"',
      '    /seats is 1, expected 5',
    ]);
  });

  it('is another name', () => {
    expect(describeNearest([toTracked('invite_sent', {})], 'inviteSent', {})).toEqual([
      'Tracked instead: "invite_sent".',
      'Did you mean "invite_sent"?',
    ]);
  });

  it('shows nothing that a terminal obeys, or that hides', () => {
    const lines = describeNearest(
      [toTracked('a\u009b31m\u202e', {}), toTracked('b', {'\u001b[2J': '\u200b'})],
      'b',
      {'\u001b[2J': 1},
    );
    const others = describeNearest([toTracked('a\u009b31m\u202e', {})], 'b', {});
    expect([...lines, ...others].join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(others).toEqual(['Tracked instead: "a\\u009b31m\\u202e".']);
  });

  it('masks credentials, which logs of a CI would keep', () => {
    const found = {
      access_token: 'sekret-1',
      note: 'api_key=sekret-1',
      nested: {password: 'sekret-1'},
      pin: 1,
    };
    const wanted = {access_token: 'sekret-2', note: 'a', nested: [1], pin: 2};
    expect(describeNearest([toTracked('token=sekret-1', found)], 'token=sekret-1', wanted)).toEqual([
      '1 event of this name. Nearest:',
      '  token=MASKED, event 1 of its request',
      '    /access_token is "MASKED", expected "MASKED", another value (both are masked)',
      '    /note is "api_key=MASKED", expected "a"',
      '    /nested is {"password":"MASKED"}, expected [1]',
      '    /pin is 1, expected 2',
    ]);
    expect(describeNearest([toTracked('token=sekret-1', found)], 'a', {})).toEqual([
      'Tracked instead: "token=MASKED".',
    ]);
  });

  it('is nothing', () => {
    expect(describeNearest([], 'a', {})).toEqual(['No event was tracked.']);
  });

  it('a call without a name goes by its type', () => {
    expect(isNamed(toTracked(null, {}), 'identify')).toBe(true);
    expect(isNamed(toTracked('identify', {}), 'identify')).toBe(true);
    expect(isNamed(toTracked('a', {}), 'track')).toBe(false);
  });
});
