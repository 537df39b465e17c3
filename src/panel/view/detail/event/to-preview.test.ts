import {expect, it} from 'vitest';
import type {JsonValue} from '../../../../domain/json/json-value';
import {toPreview} from './to-preview';

it.each<[JsonValue, string]>([
  ['a\nb', '"a\\nb"'],
  ['a\u202eb', '"a\\u202eb"'],
  ['a\u007fb\u001b', '"a\\u007fb\\u001b"'],
  ['a \\u0041 typed', '"a \\\\u0041 typed"'],
  ['say "hi"', '"say \\"hi\\""'],
  [{'na\u202eme': 'va\u2066lue'}, '{na\\u202eme: "va\\u2066lue"}'],
])('%j is shown as %s', (value, shown) => {
  expect(toPreview(value, false, false).text).toBe(shown);
});
