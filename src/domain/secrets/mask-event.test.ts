import {expect, it} from 'vitest';
import type {JsonValue} from '../json/json-value';
import {maskEvent} from './mask-event';

const token = `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(20)}`;

it.each<[string, JsonValue, JsonValue | null]>([
  ['nothing secret', {user_id: 'u1', properties: {code: 'EUR', page_token: 'p'}}, null],
  ['a secret by its name', {writeKey: 'k', user_id: 'u1'}, {writeKey: 'MASKED', user_id: 'u1'}],
  ['a number', {properties: {password: 1234}}, {properties: {password: 'MASKED'}}],
  ['a number of tokens, which is no secret', {properties: {tokens: 1500}}, null],
  ['an object', {context: {credentials: {user: 'amy', pin: [1]}}}, {context: {credentials: 'MASKED'}}],
  ['a token by its looks', {properties: {note: token}}, {properties: {note: 'MASKED'}}],
  ['JSON inside a text', {properties: {raw: '{"token":"t"}'}}, {properties: {raw: '{"token":"MASKED"}'}}],
])('masks %s', (_, value, masked) => {
  expect(maskEvent(value)).toEqual(masked);
});
