import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {findLoneSurrogates} from './find-lone-surrogates';

describe('findLoneSurrogates', () => {
  it.each<[string, [pointer: string, inKey: boolean, found: string][]]>([
    ['{"a":"😀 \\ud83d\\ude00"}', []],
    ['{"a":"\\\\ud83d"}', []],
    ['{"a":"\\ud83d"}', [['/a', false, '\\ud83d']]],
    [
      '{"a":"x\\uDE00\\uD83D"}',
      [
        ['/a', false, '\\uDE00'],
        ['/a', false, '\\uD83D'],
      ],
    ],
    ['[1,{"\\\\\\ud83d":2}]', [['/1/\\\ud83d', true, '\\ud83d']]],
    ['["\ud83d"]', [['/0', false, '\ud83d']]],
    ['["\ud83d\\ude00"]', []],
    [
      '["\ude00", "\\ud83d\\ud83d\\ude00"]',
      [
        ['/0', false, '\ude00'],
        ['/1', false, '\\ud83d'],
      ],
    ],
  ])('finds in %j those that stand alone', (text, expected) => {
    const found = findLoneSurrogates(text);
    expect(found.map(({pointer, inKey, start, end}) => [pointer, inKey, text.slice(start, end)])).toEqual(
      expected,
    );
  });

  it('finds one exactly where the parsed text is not well formed', () => {
    const unit = fc.constantFrom('\\ud83d', '\\ude00', '\ud83d', '\ude00', '\\\\', '\\n', 'a', '\\"');
    fc.assert(
      fc.property(fc.array(unit, {maxLength: 8}), (units) => {
        const text = `"${units.join('')}"`;
        const parsed = JSON.parse(text) as string;
        // encodeURIComponent rejects exactly the strings with a lone surrogate.
        const encode = () => encodeURIComponent(parsed);
        if (findLoneSurrogates(text).length > 0) expect(encode).toThrow(URIError);
        else expect(encode).not.toThrow();
      }),
      {numRuns: 1000},
    );
  });
});
