import {describe, expect, it} from 'vitest';
import {DECOMPRESSED_NOTE} from '../capture/body-notes';
import {bytesOf} from '../capture/build-observation';
import type {CapturedBody} from '../capture/captured-request';
import {fromHarBody, type HarBody} from './har-body';

const allBytes = Uint8Array.from({length: 256}, (_, index) => index);
const asLatin1 = String.fromCharCode(...allBytes);
const utf8 = new TextEncoder().encode('["é"]');
const million = 'a'.repeat(1_048_576);
const gzip = '\u001f\u008b\u0008rest';

describe('the bytes behind the text that DevTools gives', () => {
  const cases: [string, Partial<HarBody>, CapturedBody][] = [
    ['text', {text: '["é"]', contentLength: utf8.length}, bytesOf('["é"]')],
    ['text of unknown length', {text: '["é"]', mimeType: 'text/plain'}, bytesOf('["é"]')],
    ['a U+FFFD that was sent', {text: '"\u{FFFD}"', contentLength: 5}, bytesOf('"\u{FFFD}"')],
    ['binary, a character a byte', {text: asLatin1, contentLength: 256}, {kind: 'bytes', bytes: allBytes}],
    ['binary of unknown length', {text: asLatin1}, {kind: 'bytes', bytes: allBytes}],
    [
      'damaged binary',
      {text: '\u001f\u{FFFD}x', contentLength: 3},
      {kind: 'cut', bytes: encode('\u001f\u{FFFD}x'), reason: 'damaged', size: 3},
    ],
    [
      'damaged, of unknown length',
      {text: '\u{FFFD}'},
      {kind: 'cut', bytes: encode('\u{FFFD}'), reason: 'damaged'},
    ],
    [
      'cut by Firefox',
      {text: million, contentLength: 2_500_000},
      {kind: 'cut', bytes: encode(million), reason: 'cut', size: 2_500_000},
    ],
    ['exactly as long as Firefox’ limit', {text: million, contentLength: 1_048_576}, bytesOf(million)],
    [
      'a form without its file',
      {text: '--b--', contentLength: 900},
      {kind: 'cut', bytes: encode('--b--'), reason: 'form', size: 900},
    ],
    [
      'gzip inflated by Chromium',
      {text: '[1]', contentEncoding: 'gzip', contentLength: 23},
      {kind: 'bytes', bytes: encode('[1]'), note: DECOMPRESSED_NOTE},
    ],
    [
      'gzip as Firefox gives it',
      {text: gzip, contentEncoding: 'gzip', contentLength: 7},
      {kind: 'bytes', bytes: latin1(gzip)},
    ],
    [
      'gzip cut by Firefox',
      {text: gzip, contentEncoding: 'gzip', contentLength: 70},
      {kind: 'cut', bytes: latin1(gzip), reason: 'cut', size: 70},
    ],
    [
      'compressed bytes of unknown length',
      {text: gzip, contentEncoding: 'GZIP'},
      {kind: 'bytes', bytes: latin1(gzip)},
    ],
    [
      'compressed bytes that were read as UTF-8',
      {text: '\u001f\u{FFFD}\u0008', contentEncoding: 'gzip', contentLength: 70},
      {kind: 'missing', reason: 'damaged', size: 70},
    ],
    [
      'bytes that are not UTF-8 as lone surrogates',
      {text: '\udcff\u00e9\udc80', mimeType: 'text/plain'},
      {kind: 'bytes', bytes: Uint8Array.of(0xff, 0xc3, 0xa9, 0x80)},
    ],
    [
      'JSON that was masked after it was recorded',
      {text: '["MASKED"]', contentLength: 40},
      {kind: 'bytes', bytes: encode('["MASKED"]'), note: 'This body was changed after it was recorded.'},
    ],
    [
      'text that ends too early',
      {text: '["a', contentLength: 40},
      {kind: 'cut', bytes: encode('["a'), reason: 'cut', size: 40},
    ],
    ['nothing, of length 0', {contentLength: 0}, {kind: 'none'}],
    ['nothing, of another length', {contentLength: 9}, {kind: 'missing', reason: 'file', size: 9}],
    [
      'nothing, of a request that failed',
      {contentLength: 9, wasAnswered: false},
      {kind: 'missing', reason: 'unknown', size: 9},
    ],
    ['nothing at all', {}, {kind: 'missing', reason: 'unknown'}],
  ];
  it.each(cases)('%s', (_, parts, expected) => {
    const har = {
      text: undefined,
      contentLength: null,
      contentEncoding: null,
      mimeType: null,
      wasAnswered: true,
      ...parts,
    };
    expect(readable(fromHarBody(har))).toEqual(readable(expected));
  });
});

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Comparing a million bytes one by one takes seconds. */
function readable(body: CapturedBody): unknown {
  return 'bytes' in body ? {...body, bytes: new TextDecoder('latin1').decode(body.bytes)} : body;
}
