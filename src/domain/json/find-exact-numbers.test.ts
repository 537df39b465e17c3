import {describe, expect, it} from 'vitest';
import {findExactNumbers} from './find-exact-numbers';
import type {JsonValue} from './json-value';

describe('numbers as they were written', () => {
  it.each([
    ['12345678901234567890', '12345678901234567890'],
    ['1e400', '1e400'],
    ['-0', '-0'],
    ['0.1000000000000000055', '0.1000000000000000055'],
    ['9007199254740993', '9007199254740993'],
  ])('are found for %s', (written, expected) => {
    const text = `[{"a": 1}, {"properties": {"x/y": [${written}]}}]`;
    const [, event] = JSON.parse(text) as JsonValue[];
    const exact = findExactNumbers(event ?? null, text, '/1');
    expect([...exact]).toEqual([['/properties/x~1y/0', expected]]);
  });

  it('are none where JavaScript shows the same', () => {
    expect(findExactNumbers({a: 42, b: -1.5}, '{"a": 42, "b": -1.5}', '').size).toBe(0);
  });
});
