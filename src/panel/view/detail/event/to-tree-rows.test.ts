import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../../../../domain/json/json-value';
import {anIssue} from '../../../store/test-support/an-inspection';
import {type TreeOptions, type TreeRow, toTreeRows} from './to-tree-rows';

function draw(value: JsonValue, options: Partial<TreeOptions> = {}): string[] {
  return toTreeRows(value, {issues: [], toggled: new Map(), limits: new Map(), ...options}).map(toLine);
}

function toLine({kind, depth, name, expanded, issues, hiddenIssues, left}: TreeRow): string {
  const mark = expanded === null ? ' ' : expanded ? '▾' : '▸';
  const marks = [...(kind === 'ghost' ? ['missing'] : []), ...issues.map(({code}) => code)];
  if (hiddenIssues > 0) marks.push(`${hiddenIssues} inside`);
  if (kind === 'more') marks.push(`${left} more`);
  return `${' '.repeat(depth)}${mark}${name}${marks.map((text) => ` (${text})`).join('')}`;
}

describe('the tree of an event', () => {
  it('opens the first levels and keeps deeper ones closed', () => {
    expect(draw({a: {b: {c: {d: 1}}}, e: [1, 2]})).toEqual(['▾a', ' ▾b', '  ▸c', '▾e', '  0', '  1']);
  });

  describe('with known parts', () => {
    const parts = {properties: '/traits', context: '/context'};
    const call = {context: {ip: 'x'}, user_id: 'u', traits: {plan: 'pro'}, z: 1};

    it('puts properties first and the context last, and leaves the others as they were sent', () => {
      expect(draw(call, {parts})).toEqual(['▾traits', '  plan', ' user_id', ' z', '▾context', '  ip']);
    });

    it('keeps closed what the user left closed, but opens it again for one event or an issue', () => {
      const closed = {parts, closedParts: ['context' as const]};
      expect(draw(call, closed).at(-1)).toBe('▸context');
      expect(draw(call, {...closed, toggled: new Map([['/context', true]])}).at(-1)).toBe('  ip');
      expect(draw(call, {...closed, issues: [anIssue({pointer: '/context/ip'})]})).toContain('▾context');
    });

    it('orders only the top of the event', () => {
      const nested = {properties: {context: 1, a: 2, traits: 3}};
      expect(draw(nested, {parts})).toEqual(['▾properties', '  context', '  a', '  traits']);
    });
  });

  it('opens every level that leads to an issue', () => {
    const issues = [anIssue({pointer: '/a/b/c/d'})];
    expect(draw({a: {b: {c: {d: 1}}}}, {issues})).toEqual(['▾a', ' ▾b', '  ▾c', '    d (bad-timestamp)']);
  });

  it('tells of issues inside what the user closed', () => {
    const issues = [anIssue({pointer: '/a/b'})];
    expect(draw({a: {b: 1}}, {issues, toggled: new Map([['/a', false]])})).toEqual(['▸a (1 inside)']);
  });

  it.each<[string, JsonValue, string[]]>([
    [
      'in an object with others',
      {context: {x: 1}},
      ['▾context', '  x', '  group_id (missing) (missing-group-id)'],
    ],
    ['in an empty object', {context: {}}, ['▾context', '  group_id (missing) (missing-group-id)']],
    [
      'with the object that should hold it',
      {},
      [' context (missing)', '  group_id (missing) (missing-group-id)'],
    ],
  ])('shows a missing field where it should stand, %s', (_, value, lines) => {
    expect(
      draw(value, {issues: [anIssue({pointer: '/context/group_id', code: 'missing-group-id'})]}),
    ).toEqual(lines);
  });

  it('shows the first 200 members of a long list, and more when asked', () => {
    const long = {list: Array.from({length: 1000}, () => 0)};
    const open = new Map([['/list', true]]);
    expect(draw(long, {toggled: open}).at(-1)).toBe('   (800 more)');
    expect(draw(long, {toggled: open, limits: new Map([['/list', 5000]])})).toHaveLength(1001);
  });

  it('walks only what is open, however deep the rest is', () => {
    let deep: JsonValue = 0;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(draw({deep})).toEqual(['▾deep', ' ▾0', '  ▸0']);
  });

  it.each<[string, JsonValue, string[]]>([
    ['a text', 'x', [' ']],
    ['names that need escapes', {'a/b~': 1, '': 2}, [' a/b~', ' ']],
    ['an own __proto__', JSON.parse('{"__proto__": {"x": 1}}') as JsonValue, ['▾__proto__', '  x']],
  ])('draws %s', (_, value, lines) => expect(draw(value)).toEqual(lines));
});
