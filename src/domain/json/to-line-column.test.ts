import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createLineCounter, toLineColumn} from './to-line-column';

describe('toLineColumn', () => {
  it.each([
    ['abc', 0, 1, 1],
    ['abc', 3, 1, 4],
    ['a\nb', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['\n\n\n', 3, 4, 1],
    ['\r\r\n\n', 4, 4, 1],
    ['😀x', 2, 1, 3],
  ])('places %j, offset %i at line %i, column %i', (text, offset, line, column) => {
    expect(toLineColumn(text, offset)).toEqual({offset, line, column});
  });

  it('counts the same for offsets in any order', () => {
    const texts = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n'), {maxLength: 20});
    fc.assert(
      fc.property(texts, fc.array(fc.nat(40)), (pieces, offsets) => {
        const text = pieces.join('');
        const positionAt = createLineCounter(text);
        for (const offset of offsets.map((offset) => offset % (text.length + 1))) {
          expect(positionAt(offset)).toEqual(toLineColumn(text, offset));
        }
      }),
    );
  });
});
