import {expect, it} from 'vitest';
import {MASK} from '../bytes/mask';
import {isWhollySecret, maskValue} from './mask-text';

const token = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc';

it('finds wholly secret what is masked as a whole, and nothing else', () => {
  const values = [
    ...[
      '',
      'a',
      'CUSTOMER_JOURNEY',
      'Went there',
      token,
      jwt,
      `Bearer ${token}`,
      `token.${jwt}`,
      `${token} and more`,
    ],
    ...[
      `{"token":"${token}"}`,
      `token=${token}`,
      `a=${token}&b=1`,
      `token: ${token}`,
      `<token>${token}</token>`,
    ],
    ...[
      `https://a:b@h.test/?token=${token}`,
      btoa(`{"token":"${token}"}`),
      encodeURIComponent(`{"token":"x"}`),
    ],
    ...[
      '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----',
      '9f86d081884c7d659a2feaa0c55ad015',
      MASK,
    ],
  ];
  for (const name of ['a', 'token', 'code', 'email', 'password', 'user_id'])
    for (const value of values)
      expect([name, value, isWhollySecret(name, value)]).toEqual([
        name,
        value,
        maskValue(name, value) === MASK,
      ]);
});
