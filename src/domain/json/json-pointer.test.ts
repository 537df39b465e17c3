import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  appendToken,
  formatPointer,
  isArrayIndex,
  parsePointer,
  resolvePointer,
  splitPointer,
} from './json-pointer';
import type {JsonValue} from './json-value';

/** The document and its pointers of RFC 6901, section 5. */
const sample = JSON.parse(
  '{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\\\j":5,"k\\"l":6," ":7,"m~n":8}',
) as JsonValue;

describe('resolvePointer', () => {
  it.each<[string, unknown]>([
    ['', sample],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
    ['/foo/2', undefined],
    ['/foo/-', undefined],
    ['/foo/00', undefined],
    ['/foo/length', undefined],
    ['/constructor', undefined],
    ['foo', undefined],
    ['/m~2n', undefined],
  ])('resolves %j as RFC 6901 says', (pointer, value) => {
    expect(resolvePointer(sample, pointer)).toEqual(value);
  });

  it('reads a member called __proto__ and never a prototype', () => {
    expect(resolvePointer(JSON.parse('{"__proto__": {"x": 1}}') as JsonValue, '/__proto__/x')).toBe(1);
    expect(resolvePointer({}, '/__proto__')).toBeUndefined();
  });
});

describe('parsePointer and formatPointer', () => {
  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        expect(parsePointer(formatPointer(tokens))).toEqual(tokens);
      }),
    );
  });

  it('split and append take the last token', () => {
    expect(splitPointer('/a/b~1c')).toEqual({parent: '/a', token: 'b/c'});
    expect(splitPointer('')).toBeNull();
    expect(appendToken('/a', 'b/c')).toBe('/a/b~1c');
  });

  it.each([
    ['0', true],
    ['10', true],
    ['01', false],
    ['-1', false],
    ['1e1', false],
    ['', false],
  ])('knows whether %j is an array index', (token, expected) => {
    expect(isArrayIndex(token)).toBe(expected);
  });
});
