import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {encodeText} from './encode-text';

describe('encodeText', () => {
  it.each(['', 'abc', 'é', 'aé', '\u20ac', '\ud83d\ude00', '\ud800', 'a\udc00b', '\u0000'])(
    'gives the bytes of TextEncoder for %j',
    (text) => {
      expect(encodeText(text)).toEqual(new TextEncoder().encode(text));
    },
  );

  it('gives the bytes of TextEncoder for any text', () => {
    const character = fc.constantFrom('a', '"', '\u007f', '\u0080', '\u07ff', '\uffff', '\ud83d', '\ude00');
    fc.assert(
      fc.property(fc.array(character, {maxLength: 8}), (characters) => {
        const text = characters.join('');
        expect(encodeText(text)).toEqual(new TextEncoder().encode(text));
      }),
    );
  });
});
