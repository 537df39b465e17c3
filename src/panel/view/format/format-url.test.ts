import {expect, it} from 'vitest';
import {maskUrl} from './format-url';

it.each([
  ['a path', 'https://h.test/secret-santa', 'https://h.test/secret-santa'],
  ['a host', 'https://secret-santa.test/?a=1', 'https://secret-santa.test/?a=1'],
  ['a value that is no credential', 'https://h.test/?next=secret-santa', 'https://h.test/?next=secret-santa'],
  [
    'a credential by its name, though it is not a reference',
    'https://h.test/?token=secret-santa.org',
    'https://h.test/?token=••••••',
  ],
  ['a credential', 'https://h.test/?a=1&token=secret-0a1b#x', 'https://h.test/?a=1&token=••••••#x'],
  ['one that is gone', 'https://h.test/?api_key=secret-forgotten', 'https://h.test/?api_key=••••••'],
  ['one in the fragment', 'https://h.test/#token=secret-0a1b&x', 'https://h.test/#token=••••••&x'],
])('masks the credentials of an address and nothing else: %s', (_, url, shown) => {
  expect(maskUrl(url)).toBe(shown);
});
