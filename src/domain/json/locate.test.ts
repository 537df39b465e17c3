import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {appendToken, resolvePointer} from './json-pointer';
import type {JsonValue} from './json-value';
import {locate, locateNearest} from './locate';

describe('locate', () => {
  it.each([
    ['[1, "two", null]', '/1', '"two"'],
    ['[1, "two", null]', '', '[1, "two", null]'],
    ['{"a": {"b": [true]}}', '/a/b/0', 'true'],
    ['{"a/b": {"c~d": 1}}', '/a~1b/c~0d', '1'],
    ['{"\\u0061": 1}', '/a', '1'],
    ['{"": {"": 2}}', '//', '2'],
    ['{"a": 1, "a": {"b": 2}}', '/a', '{"b": 2}'],
    ['{"__proto__": {"x": 1}}', '/__proto__/x', '1'],
    ['\ufeff {"a": "]"}', '/a', '"]"'],
    ['{"a": "\\"}", "b": -0}', '/b', '-0'],
    ['[1e400, 12345678901234567890]', '/1', '12345678901234567890'],
  ])('finds in %j the value of %j', (text, pointer, value) => {
    const range = locate(text, [pointer]).get(pointer);
    expect(text.slice(range?.start, range?.end)).toBe(value);
  });

  it.each([
    ['[1]', '/1'],
    ['[1]', '/01'],
    ['[1]', '/-'],
    ['[1]', 'no pointer'],
    ['{"a": 1}', '/a/b'],
    ['{"a": 1}', '/toString'],
    ['{"a": {"b": 1}, "a": 2}', '/a/b'],
    ['', ''],
    ['{"a": [1, ', '/a'],
  ])('finds nothing in %j at %j', (text, pointer) => {
    expect(locate(text, [pointer]).size).toBe(0);
  });

  it('says where the key stands, and the line and column of the value', () => {
    const text = '{\n  "a": 1,\n  "b": 2\n}';
    expect(locate(text, ['/b']).get('/b')).toEqual({
      start: 19,
      end: 20,
      keyStart: 14,
      keyEnd: 17,
      line: 3,
      column: 8,
    });
  });

  it('finds what stands before the fault of a text that is no JSON', () => {
    const text = '[{"a": 1}, {"a": 2}, {"a": oops';
    expect([...locate(text, ['/0/a', '/1', '/2']).keys()]).toEqual(['/0/a', '/1']);
  });

  it('takes text that is nested deeper than any stack', {timeout: 30_000}, () => {
    const depth = 50_000;
    const text = '['.repeat(depth) + ']'.repeat(depth);
    const pointer = '/0'.repeat(depth - 1);
    expect(locate(text, [pointer]).get(pointer)).toMatchObject({start: depth - 1, end: depth + 1});
  });

  it('agrees with JSON.parse on every value', {timeout: 30_000}, () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const parsed = JSON.parse(text) as JsonValue;
        const pointers = [...allPointers(parsed)];
        const ranges = locate(text, pointers);
        expect(ranges.size).toBe(pointers.length);
        for (const [pointer, {start, end}] of ranges) {
          expect(JSON.parse(text.slice(start, end))).toEqual(resolvePointer(parsed, pointer));
        }
      }),
      {numRuns: 500},
    );
  });

  it('ends without throwing on any text', {timeout: 30_000}, () => {
    const pointers = ['', '/0', '/a', '/0/a/0', '/-'];
    const piece = fc.constantFrom('[', ']', '{', '}', ',', ':', '"', '"a"', '\\', '1', ' ', 'x');
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 20}), (pieces) => {
        const text = pieces.join('');
        for (const {start, end} of locateNearest(text, pointers).values()) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      {numRuns: 2000},
    );
  });
});

describe('locateNearest', () => {
  it.each([
    ['[{"context": {}}]', '/0/context/group_id', '/0/context', '{}'],
    ['[{"context": {}}]', '/0/context', '/0/context', '{}'],
    ['[{}]', '/7/a', '', '[{}]'],
    ['[{}, 1]', '/x', '', '[{}, 1]'],
  ])('answers in %j for %j with %j', (text, asked, found, value) => {
    const range = locateNearest(text, [asked]).get(asked);
    expect(range?.pointer).toBe(found);
    expect(text.slice(range?.start, range?.end)).toBe(value);
  });
});

function* allPointers(value: JsonValue, pointer = ''): Generator<string> {
  yield pointer;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) yield* allPointers(entry, appendToken(pointer, key));
}
