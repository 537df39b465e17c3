import {expect, it} from 'vitest';
import {toBase64} from '../bytes/to-base64';
import {findEncodedJson} from './find-encoded-json';

const toText = (text: string) => toBase64(new TextEncoder().encode(text));

it.each<[string, string, string | null]>([
  ['Base64 with padding', toText('[{"event_name":"a"}]'), 'base64'],
  ['Base64 without padding', toText('{"a":1}').replace(/=+$/, ''), 'base64'],
  ['Base64 for addresses', toText('{"a":"ÿþ?>"}').replaceAll('+', '-').replaceAll('/', '_'), 'base64'],
  ['Base64 of indented JSON', toText('\n[\n  1\n]'), 'base64'],
  ['percent-encoding', encodeURIComponent('[{"event_name":"é"}]'), 'percent'],
  ['a word', 'Window', null],
  ['Base64 of a text', toText('Well, no'), null],
  ['Base64 of a number', toText('   42'), null],
  ['a broken percent-encoding', '%5B%ZZ', null],
  ['a form', 'event_name=signed_up&user_id=1', null],
])('%s', (_, text, encoding) => {
  expect(findEncodedJson(text)).toBe(encoding);
});
