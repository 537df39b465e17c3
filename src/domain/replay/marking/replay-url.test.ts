import {describe, expect, it} from 'vitest';
import {buildReference} from '../build-captured';
import {
  retargetUrl,
  secretParameters,
  typedSecrets,
  withoutLogin,
  withoutSecretParameters,
  withSecrets,
} from './replay-url';

const reference = buildReference('1');

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
    [`https://a.test/p?key=${reference}`, 'https://a.test/p'],
    [`https://a.test/p?key=${reference}#f`, 'https://a.test/p#f'],
    [`https://a.test/p?a=1&key=${reference}&&b`, 'https://a.test/p?a=1&&b'],
    ['https://a.test/p?', 'https://a.test/p?'],
    [`https://a.test/p?a=1#key=${reference}&b=2`, 'https://a.test/p?a=1#b=2'],
    [`https://a.test/p?a=1#key=${reference}`, 'https://a.test/p?a=1'],
    [`https://a.test/p/v=${reference}?a=1`, 'https://a.test/p/v=MASKED?a=1'],
    [`https://a.test/p&key=${reference}`, 'https://a.test/p&key=MASKED'],
    ['https://a.test/?next=https://u:p@b.test/', 'https://a.test/?next=https://u:p@b.test/'],
    ['https://a.test/p?q=secret-sauce', 'https://a.test/p?q=secret-sauce'],
  ])('takes the secret out of %s', (url, rest) => {
    expect(withoutSecretParameters(url, () => true)).toBe(rest);
  });
});

describe('withoutLogin', () => {
  it.each([
    ['https://a@b:c@a.test/p@q', 'https://a.test/p@q'],
    ['https://a.test/?next=https://u:p@b.test/', 'https://a.test/?next=https://u:p@b.test/'],
    ['https://a.test?a@b', 'https://a.test?a@b'],
  ])('takes user and password out of %s', (url, rest) => expect(withoutLogin(url)).toBe(rest));
});

describe('a credential in an address', () => {
  it.each([
    ['a reference', reference, {isTyped: false, sent: 'value'}],
    ['one that was not kept', 'secret-forgotten', {isTyped: false, sent: 'secret-forgotten'}],
    ['typed text that starts like a reference', 'secret-santa', {isTyped: true, sent: 'secret-santa'}],
    ['a reference with more after it', `${reference}0`, {isTyped: true, sent: `${reference}0`}],
  ])('is %s', (_, value, {isTyped, sent}) => {
    const url = `https://a.test/p?token=${value}`;
    expect(typedSecrets(url)).toEqual(isTyped ? [value] : []);
    expect(secretParameters(url).map((secret) => secret.reference)).toEqual(isTyped ? [] : [value]);
    expect(withSecrets(url, (found) => new Map([[reference, 'value']]).get(found))).toBe(
      `https://a.test/p?token=${sent}`,
    );
  });
});
