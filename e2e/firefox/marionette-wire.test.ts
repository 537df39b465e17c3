import fc from 'fast-check';
import {expect, test} from 'vitest';
import {MessageReader, toMessage} from './marionette-wire';

test('messages arrive whole and in order however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.json(), {maxLength: 5}), fc.integer({min: 1, max: 9}), (contents, step) => {
      const stream = Buffer.concat(contents.map((content) => toMessage(content)));
      const received: unknown[] = [];
      const reader = new MessageReader((content) => received.push(content));
      for (let start = 0; start < stream.length; start += step)
        reader.add(stream.subarray(start, start + step));
      expect(received).toEqual(contents);
    }),
  );
});

test('lengths count bytes, not characters', () => {
  expect(toMessage('ä').toString()).toBe('4:"ä"');
});
