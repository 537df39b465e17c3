import {describe, expect, it} from 'vitest';
import {isEmailAddress} from './is-email-address';

describe('isEmailAddress', () => {
  it.each([
    'amy@achme.com',
    'JohnDoe@acmelabs.com',
    'amy.frank+test@mail.example.co.uk',
    "o'brien@example.ie",
    '"amy frank"@example.com',
    'amy@xn--bcher-kva.example',
    'ämy@bücher.example',
    'मोहन@मॉडल.भारत',
    'a@b.co',
    'a_b-c@1.2.example',
    'amy@[192.0.2.1]',
    `${'a'.repeat(64)}@example.com`,
  ])('takes %s', (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });

  it.each([
    'shawnankunding@opportunityspace,inc..com',
    'amy',
    'amy@',
    '@example.com',
    'amy@example',
    'amy@example.',
    'amy@.example.com',
    'amy@exa mple.com',
    'amy @example.com',
    'amy@@example.com',
    'amy@-example.com',
    'amy@example-.com',
    '.amy@example.com',
    'amy.@example.com',
    'a..b@example.com',
    'amy@example..com',
    'Amy <amy@example.com>',
    'mailto:amy@example.com',
    'amy@example.com,bob@example.com',
    `${'a'.repeat(65)}@example.com`,
    `amy@${'a'.repeat(64)}.com`,
    `amy@${'a.'.repeat(130)}com`,
    'undefined',
    '{{email}}',
  ])('refuses %s', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });
});
