import {describe, expect, it} from 'vitest';
import {findPlaceholder, isBlank, isPlaceholderCredential} from './placeholders';

const unset = [
  'undefined',
  'Undefined',
  'NULL',
  'NaN',
  'None',
  'nil',
  ' undefined ',
  'N/A',
  '(not set)',
  '"undefined"',
  "'null'",
  '""',
];
const nil = [
  '00000000-0000-0000-0000-000000000000',
  '{00000000-0000-0000-0000-000000000000}',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
];
const templates = [
  '[object Object]',
  '[object Promise]',
  '[object HTMLInputElement]',
  '{{User ID}}',
  `\${user.id}`,
  '<user-id>',
  '%USER_ID%',
  '[[user]]',
  '#{user}',
  '$(id)',
  '{userId}',
  'YOUR_USER_ID',
  'your-id-here',
];
const intended = ['unknown', 'Anonymous', 'TEST', 'default_account'];
const real = [
  'user-1',
  'nullable',
  '[object-7]',
  '"user-1"',
  '"',
  "'s-Hertogenbosch",
  'n/a-7',
  'undefined-2',
  '0',
  '00000000-0000-4000-8000-000000000001',
  'None of these',
  '<3',
  'test-7',
  'your-company-42',
  'yourid',
  '{550e8400-e29b-41d4-a716-446655440000}',
  'ffffffff-ffff-4fff-8fff-fffffffffffe',
  '{"a":1}',
  'x'.repeat(100_000),
];

describe('findPlaceholder', () => {
  it.each([...unset, ...nil])('takes %j for a variable that was never set', (text) => {
    expect(findPlaceholder(text)).toBe('unset');
  });

  it.each(templates)('takes %j for a template that was not filled in', (text) => {
    expect(findPlaceholder(text)).toBe('template');
  });

  it.each(intended)('takes %j for a word that may be intended', (text) => {
    expect(findPlaceholder(text)).toBe('intended');
  });

  it.each(real)('has nothing against %j', (text) => {
    expect(findPlaceholder(text)).toBeNull();
  });
});

describe('isBlank', () => {
  it.each([undefined, null, '', ' \t\n', '\u00a0', '\u200b', '\ufeff\u2060 ', '\u202a\u2069'])(
    'is %j',
    (value) => {
      expect(isBlank(value)).toBe(true);
    },
  );

  it.each([0, false, '0', '\u200b1', '-'])('is not %j', (value) => {
    expect(isBlank(value)).toBe(false);
  });
});

describe('isPlaceholderCredential', () => {
  it.each([
    ...unset,
    ...templates,
    '<your_auth_token>',
    'YOUR_API_KEY',
    'your-write-key-here',
    'process.env.THRIVESTACK_API_KEY',
    'import.meta.env.VITE_KEY',
    '$API_KEY',
    'xxxxxxxx',
    'REPLACE_ME',
    'changeme',
    'api_key',
  ])('takes %j for one', (text) => {
    expect(isPlaceholderCredential(text)).toBe(true);
  });

  it.each([
    'pk_live_51H8',
    'token-1',
    'youreallyrandom',
    'a1b2c3',
    'eyJhbGciOi.eyJz.c2ln',
    '<redacted>',
    '***',
  ])('has nothing against %j', (text) => {
    expect(isPlaceholderCredential(text)).toBe(false);
  });
});
