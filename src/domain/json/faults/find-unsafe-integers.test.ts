import {expect, it} from 'vitest';
import {findUnsafeIntegers} from './find-unsafe-integers';

it.each<[string, [string, string][]]>([
  ['{"a":12345678901234567890}', [['/a', '12345678901234567890']]],
  ['[-9007199254740993]', [['/0', '-9007199254740993']]],
  [`[{"a":[1,${'9'.repeat(400)}]}]`, [['/0/a/1', '9'.repeat(400)]]],
  ['{"a":1777532927079123456,"a~/":1777532927079123457}', [['/a~0~1', '1777532927079123457']]],
  // Represented exactly by a double, or not an integer.
  ['[9007199254740991, 9007199254740992, 10000000000000000000000]', []],
  ['[9223372036854776000]', []],
  ['[1234567890.12345678901234567890, 12345678901234567890e3]', []],
  ['{"12345678901234567891":"12345678901234567890 \\" 12345678901234567890"}', []],
])('of %s are %j', (text, expected) => {
  expect(findUnsafeIntegers(text).map(({pointer, digits}) => [pointer, digits])).toEqual(expected);
});

it('takes a long text without numbers, and one of nothing but numbers, in its stride', () => {
  const strings = `["${'1234567890123456 \\" '.repeat(100_000)}"]`;
  expect(findUnsafeIntegers(strings)).toEqual([]);
  expect(findUnsafeIntegers(`[${Array(20_000).fill('12345678901234567890').join()}]`)).toHaveLength(20_000);
});
