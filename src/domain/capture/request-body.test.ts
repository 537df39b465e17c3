import {describe, expect, it} from 'vitest';
import {bytesOf} from './build-observation';
import type {CapturedBody} from './captured-request';
import {type RequestBodyDetails, toCapturedBody} from './request-body';

function buffer(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}

describe('the body that webRequest gives', () => {
  const cases: [string, RequestBodyDetails | null | undefined, CapturedBody][] = [
    ['no body', undefined, {kind: 'none'}],
    ['no body in Firefox', null, {kind: 'none'}],
    ['one part', {raw: [{bytes: buffer('[1]')}]}, bytesOf('[1]')],
    ['parts of a Blob of Blobs', {raw: [{bytes: buffer('[1')}, {bytes: buffer(',2]')}]}, bytesOf('[1,2]')],
    ['an empty string in Firefox', {raw: []}, {kind: 'none'}],
    [
      'an empty string or a Blob in Chromium',
      {error: 'Unknown error.'},
      {kind: 'missing', reason: 'unknown'},
    ],
    ['a file', {raw: [{file: '<file>'}]}, {kind: 'missing', reason: 'file'}],
    [
      'a form with a file',
      {raw: [{bytes: buffer('--b')}, {file: '/tmp/a'}, {bytes: buffer('--b--')}]},
      {kind: 'cut', bytes: new TextEncoder().encode('--b'), reason: 'file'},
    ],
    [
      'more than 16 MiB in Firefox',
      {raw: [{bytes: buffer('[1'), truncated: true, originalSize: 3}]},
      {kind: 'cut', bytes: new TextEncoder().encode('[1'), reason: 'cut', size: 3},
    ],
    [
      'a form',
      {formData: {a: ['1', '2'], ['__proto__']: ['x']}},
      form({a: ['1', '2'], ['__proto__']: ['x']}),
    ],
    ['a form with bytes in it', {formData: {a: [buffer('é')]}}, form({a: ['é']})],
    ['a form too large for Firefox', {formData: {}}, {kind: 'missing', reason: 'form'}],
  ];
  it.each(cases)('%s', (_, details, expected) => expect(toCapturedBody(details)).toEqual(expected));
});

function form(fields: Record<string, string[]>): CapturedBody {
  return {kind: 'form', fields};
}
