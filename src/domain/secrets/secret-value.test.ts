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
])('%j is a credential: %s', (member, isSecret) => {
  const [[key, value] = ['', null]] = Object.entries(member);
  expect(isSecretValue(member, key, value)).toBe(isSecret);
});
