import {expect, it} from 'vitest';
import {quote} from '../verdict/describe-value';
import {cutText} from './hidden-characters';

it.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'abc…'],
  ['ab\u{1F600}', 4, 'ab\u{1F600}'],
  ['ab\u{1F600}c', 4, 'ab\u{1F600}…'],
  ['ab\u{1F600}c', 3, 'ab…'],
  ['ab\ud83dcd', 3, 'ab\ud83d…'],
  ['ab\ude00cd', 3, 'ab\ude00…'],
  ['', 0, ''],
])('cuts %j after %i to %j', (text, length, cut) => {
  expect(cutText(text, length)).toBe(cut);
});

it('quotes a long text without an escape that it does not contain', () => {
  for (const before of ['', 'a']) expect(quote(before + '\u{1F600}'.repeat(40))).not.toContain('\\');
});
