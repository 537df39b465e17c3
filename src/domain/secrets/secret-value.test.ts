import {expect, it} from 'vitest';
import {isSecretValue} from './secret-value';

it.each<[member: object, isSecret: boolean]>([
  [{tokens: 1500}, false],
  [{cookies: 3}, false],
  [{credentials: true}, false],
  [{tokens: ['a']}, true],
  [{token: 1500}, true],
  [{otp: 123_456}, true],
  [{password: 123}, true],
  [{password: null}, false],
  // No text can be made of these objects.
  [{tokens: {toString: 1}}, true],
  [{plan: {toString: null, valueOf: null}}, false],
])('%j is a credential: %s', (member, isSecret) => {
  const [[key, value] = ['', null]] = Object.entries(member);
  expect(isSecretValue(member, key, value)).toBe(isSecret);
});
