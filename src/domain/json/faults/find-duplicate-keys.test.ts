import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {findDuplicateKeys} from './find-duplicate-keys';

describe('findDuplicateKeys', () => {
  it.each<[string, [pointer: string, offsets: number[]][]]>([
    ['{"a":1,"b":2}', []],
    ['[{"a":1},{"a":1}]', []],
    ['{"a":{"a":{"a":1}}}', []],
    ['{"a":1,"a":2}', [['/a', [1, 7]]]],
    ['{"a":1,"\\u0061":2,"a":3}', [['/a', [1, 7, 18]]]],
    ['[0,{"x":[{"a/b":"}","a/b":[]}]}]', [['/1/x/0/a~1b', [10, 20]]]],
    ['\ufeff {"":1 , "" :2}', [['/', [3, 10]]]],
    ['{"__proto__":1,"__proto__":2,"constructor":3}', [['/__proto__', [1, 15]]]],
    [
      '{"a":1,"a":{"b":1,"b":2}}',
      [
        ['/a', [1, 7]],
        ['/a/b', [12, 18]],
      ],
    ],
    ['{"a":1,"a":', [['/a', [1, 7]]]],
    ['{"a":1,"a', []],
    ['"a"', []],
    ['', []],
  ])('finds in %s the keys that stand twice', (text, expected) => {
    const found = findDuplicateKeys(text);
    expect(found.map(({pointer, ranges}) => [pointer, ranges.map(({start}) => start)])).toEqual(expected);
    for (const {key, ranges} of found) {
      for (const {start, end} of ranges) expect(JSON.parse(text.slice(start, end))).toBe(key);
    }
  });

  it('finds exactly the members that JSON.parse drops', {timeout: 30_000}, () => {
    const key = fc.constantFrom('a', 'b', 'c', '__proto__');
    const {document} = fc.letrec<{document: string}>((tie) => ({
      document: fc.oneof(
        {maxDepth: 3},
        fc.constantFrom('1', '"a"', 'null'),
        fc.array(tie('document'), {maxLength: 3}).map((entries) => `[${entries.join()}]`),
        fc
          .array(fc.tuple(key, tie('document')), {maxLength: 4})
          .map((members) => `{${members.map(([name, value]) => `"${name}":${value}`).join()}}`),
      ),
    }));
    fc.assert(
      fc.property(document, (text) => {
        expect(findDuplicateKeys(text).length > 0).toBe(JSON.stringify(JSON.parse(text)) !== text);
      }),
      {numRuns: 1000},
    );
  });

  it('takes text that is nested deeper than any stack', {timeout: 30_000}, () => {
    const depth = 1_000_000;
    expect(findDuplicateKeys('{"a":1,"a":'.repeat(depth) + 1 + '}'.repeat(depth))).toHaveLength(256);
  });
});
