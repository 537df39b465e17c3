import {describe, expect, it} from 'vitest';
import {retargetUrl, withoutSecretParameters} from './replay-url';

describe('retargetUrl', () => {
  it.each([
    ['https://a.test/api/track?x=%7e&y#z', 'http://b.test:81', 'http://b.test:81/api/track?x=%7e&y#z'],
    ['https://user:pw@a.test:9/./p', 'https://b.test/ignored', 'https://b.test/./p'],
    ['https://a.test', 'https://b.test', 'https://b.test/'],
    ['https://a.test?x', 'https://b.test', 'https://b.test/?x'],
    ['nowhere', 'https://b.test', null],
    ['https://a.test/', 'nowhere', null],
  ])('moves %s to %s', (url, base, moved) => {
    expect(retargetUrl(url, base)).toBe(moved);
  });
});

describe('withoutSecretParameters', () => {
  it.each([
    ['https://a.test/p?key=secret-1', 'https://a.test/p'],
    ['https://a.test/p?key=secret-1#f', 'https://a.test/p#f'],
    ['https://a.test/p?a=1&key=secret-1&&b', 'https://a.test/p?a=1&&b'],
    ['https://a.test/p?', 'https://a.test/p?'],
    ['https://a.test/p?q=secret-sauce', 'https://a.test/p?q=secret-sauce'],
  ])('takes the secret out of %s', (url, rest) => {
    expect(withoutSecretParameters(url, () => true)).toBe(rest);
  });
});
