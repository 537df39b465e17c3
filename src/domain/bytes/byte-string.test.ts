import {describe, expect, it} from 'vitest';
import {fromByteString, toByteString} from './byte-string';

describe('the value of a header for fetch', () => {
  it.each(['plain', 'é', 'Łódź', '日本', 'a\u0080b', '😀', '\ufeff'])(
    'is taken by fetch and read back: %j',
    (text) => {
      const value = toByteString(text);
      expect(() => new Headers([['x-city', value]])).not.toThrow();
      expect(fromByteString(value)).toBe(text);
    },
  );

  it.each(['caf\u00e9', '\u00c3', 'Łódź'])('stays as it is if its bytes are not UTF-8: %j', (value) => {
    expect(fromByteString(value)).toBe(value);
  });
});
