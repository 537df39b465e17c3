import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../json-value';
import {isDeeperThan} from './max-depth';

describe('isDeeperThan', () => {
  it.each([
    ['1', 0],
    ['null', 0],
    ['[]', 1],
    ['{"a":1,"b":null}', 1],
    ['[1,{"a":[]}]', 3],
    ['{"__proto__":{"a":{}}}', 3],
  ])('counts the levels of %s as %i', (text, depth) => {
    const value = JSON.parse(text) as JsonValue;
    expect(isDeeperThan(value, depth)).toBe(false);
    if (depth > 0) expect(isDeeperThan(value, depth - 1)).toBe(true);
  });

  it('stops at the limit, however deep the value goes on', {timeout: 30_000}, () => {
    const depth = 1_000_000;
    const value = JSON.parse('{"a":'.repeat(depth) + 1 + '}'.repeat(depth)) as JsonValue;
    expect(isDeeperThan(value, 256)).toBe(true);
  });
});
