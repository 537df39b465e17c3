import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {appendToken} from './json-pointer';
import type {JsonValue} from './json-value';
import {locate} from './locate';
import {createPlaceFinder, toPointer} from './place-at';

describe('createPlaceFinder', () => {
  /** The bar marks the position and is not part of the text. */
  it.each([
    ['|', null, null, 'value', ''],
    ['|[]', null, null, 'value', ''],
    ['[|', '', '0', 'value', ''],
    ['[1,|', '', '1', 'value', ''],
    ['[1, "tw|o"]', '', '1', 'value', '"two"'],
    ['[tr|', '', '0', 'value', 'tr'],
    ['{|', '', null, 'key', ''],
    ['{"|', '', '', 'key', '"'],
    ['{"us|', '', 'us', 'key', '"us'],
    ['{us|', '', 'us', 'key', 'us'],
    ['{"us|er": 1}', '', 'user', 'key', '"user"'],
    ['{"user"|: 1}', '', 'user', 'key', '"user"'],
    ['{"user" |', '', 'user', 'key', ''],
    ['{"user": |', '', 'user', 'value', ''],
    ['{"user":|}', '', 'user', 'value', ''],
    ['{"user": "a|', '', 'user', 'value', '"a'],
    ['{"user": 12|}', '', 'user', 'value', '12'],
    ['{"user": 12 |}', '', 'user', 'value', ''],
    ['{"user": 12, |}', '', null, 'key', ''],
    ['[{"context": {"a/b": [1, {"x": |}]}}]', '/0/context/a~1b/1', 'x', 'value', ''],
    ['[{"a": 1}, {|}]', '/1', null, 'key', ''],
    ['[{"a": 1}|]', '', '0', 'value', ''],
    ['{"a": "not closed\n "b": |', '', 'a', 'value', ''],
    ['\ufeff{"a": |}', '', 'a', 'value', ''],
    ['{"a\\u0062": |}', '', 'ab', 'value', ''],
  ])('knows what %s belongs to', (marked, container, token, part, word) => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const place = createPlaceFinder(text)(offset);
    expect(place).toMatchObject({container, token, part});
    expect(text.slice(place.start, place.end)).toBe(word);
  });

  it('agrees with locate on every scalar', {timeout: 30_000}, () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 1);
        const pointers = [...scalarPointers(JSON.parse(text) as JsonValue)];
        for (const [pointer, {start, end}] of locate(text, pointers)) {
          const place = createPlaceFinder(text)(start);
          expect([toPointer(place), place.start, place.end]).toEqual([pointer, start, end]);
        }
      }),
    );
  });

  it('answers for any text and place', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '1',
      ' ',
      'x',
      '\n',
      '\u00a0',
      '\u000b',
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 20}), fc.nat(30), (pieces, offset) => {
        const place = createPlaceFinder(pieces.join(''))(offset);
        expect(place.start).toBeLessThanOrEqual(place.end);
      }),
      {numRuns: 2000},
    );
  });
});

function* scalarPointers(value: JsonValue, pointer = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) yield pointer;
  else
    for (const [key, entry] of Object.entries(value)) yield* scalarPointers(entry, appendToken(pointer, key));
}
