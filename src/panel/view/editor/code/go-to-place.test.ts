import {expect, it} from 'vitest';
import {findValueAt} from './go-to-place';
import {createSentText} from './layout/sent-text';

const text = '[ {"a":1}, {"b":2} ]';
const sent = createSentText(text, []);

it.each([
  ['before the first', 0, -1],
  ['at the beginning of an event', 2, 0],
  ['in it', 5, 0],
  ['at its end', 9, 0],
  ['between two', 10, -1],
  ['in the second', 14, 1],
  ['after the last', text.length, -1],
])('finds the event %s', (_, position, index) => {
  expect(findValueAt(['/0', '/1'], position, sent)).toBe(index);
});
