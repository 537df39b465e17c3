import {expect, it} from 'vitest';
import {toBase64} from '../bytes/to-base64';
import {decodeJson, findEncodedJson} from './find-encoded-json';

const toLines = (text: string) => text.replace(/.{76}/g, '$&\r\n');
const toText = (text: string) => toBase64(new TextEncoder().encode(text));

it.each<[string, string, string | null]>([
  ['Base64 with padding', toText('[{"event_name":"a"}]'), 'base64'],
  ['Base64 without padding', toText('{"a":1}').replace(/=+$/, ''), 'base64'],
  ['Base64 for addresses', toText('{"a":"ÿþ?>"}').replaceAll('+', '-').replaceAll('/', '_'), 'base64'],
  ['Base64 in lines, as MIME has it', toLines(toText(`[${'{"event_name":"a"},'.repeat(9)}{}]`)), 'base64'],
  ['Base64 whose padding begins a line', toText('{"a":1}').replace('=', '\n='), 'base64'],
  ['Base64 whose plus signs became spaces', toText('{"a":"~~~>>>ûï¾"}').replaceAll('+', ' '), 'base64'],
  ['words', 'We are in', null],
  ['lines of words', 'Window\r\nInput\r\nWeb', null],
  ['Base64 of indented JSON', toText('\n[\n  1\n]'), 'base64'],
  ['percent-encoding', encodeURIComponent('[{"event_name":"é"}]'), 'percent'],
  ['percent-encoding as forms have it', '%5B%7B+%22a%22%3A+1%7D%5D', 'percent'],
  ['a word', 'Window', null],
  ['Base64 of a text', toText('Well, no'), null],
  ['Base64 of a number', toText('   42'), null],
  ['a broken percent-encoding', '%5B%ZZ', null],
  ['a form', 'event_name=signed_up&user_id=1', null],
])('%s', (_, text, encoding) => {
  expect(findEncodedJson(text)).toBe(encoding);
});

it.each([
  ['%5B%7B+%22a%22%3A+1%7D%5D', '[{ "a": 1}]'],
  [encodeURI('[{"a":"1+1"}]'), '[{"a":"1+1"}]'],
])('%s is %s', (text, json) => {
  expect(decodeJson(text, 'percent')).toBe(json);
});
