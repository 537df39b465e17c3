import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../../json/json-value';
import {createPropertyTally, hasMixedTypes} from './property-coverage';

describe('a property has mixed types', () => {
  it.each<[boolean, JsonValue[]]>([
    [false, []],
    [false, ['a', 'b']],
    [false, [1, 2.5]],
    [false, [null, 'a']],
    [false, [null]],
    [true, ['1', 1]],
    [true, ['1', 1.5, null]],
    [true, [true, 'true']],
    [true, [[], {}]],
    [true, [{a: 1}, 'a']],
  ])('%j, for %j', (expected, values) => {
    const tally = createPropertyTally();
    for (const plan of values) tally.add({plan});
    const [property] = tally.list({properties: {plan: {}}, required: new Set()});
    expect(property && hasMixedTypes(property)).toBe(expected);
  });
});
