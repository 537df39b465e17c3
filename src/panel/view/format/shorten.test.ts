import {expect, it} from 'vitest';
import {shorten} from './shorten';

it.each([
  ['a right-to-left override', 'a\u202eb', 'a\\u202eb'],
  ['an isolate', 'a\u2068b\u2069', 'a\\u2068b\\u2069'],
  ['an Arabic letter mark', 'a\u061cb', 'a\\u061cb'],
  ['a zero-width space', 'a\u200bb', 'a\\u200bb'],
  ['a byte order mark', '\ufeffa', '\\ufeffa'],
  ['an escape of a terminal', 'a\u001b[31m', 'a\\u001b[31m'],
  ['a control of Latin-1', 'a\u009bb', 'a\\u009bb'],
  ['line breaks and tabs', 'a\nb\tc\u2028d', 'a\\u000ab\\u0009c\\u2028d'],
  ['letters of a tag', 'a\u{e0041}', 'a\\udb40\\udc41'],
])('%s is written so that it can be seen', (_, text, shown) => {
  expect(shorten(text, 100)).toBe(shown);
});

it.each(['👩\u200d💻', 'می\u200cخواهم', 'Łódź'])('%s stays as it is', (text) => {
  expect(shorten(text, 100)).toBe(text);
});

it('cuts what is too long', () => {
  expect(shorten('abcdef', 3)).toBe('abc…');
});
