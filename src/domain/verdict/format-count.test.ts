import fc from 'fast-check';
import {expect, it} from 'vitest';
import {countOf, formatCount} from './format-count';

it('writes whole numbers as English does', () => {
  const english = new Intl.NumberFormat('en');
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.maxSafeInteger()), (count) => {
      expect(formatCount(count)).toBe(english.format(count));
    }),
  );
});

it.each([
  [0, '0 events'],
  [1, '1 event'],
  [999, '999 events'],
  [1_000, '1,000 events'],
  [1_234_567, '1,234,567 events'],
])('names %i of a kind', (count, text) => {
  expect(countOf(count, 'event')).toBe(text);
});
