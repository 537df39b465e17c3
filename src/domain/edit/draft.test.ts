import {gzipSync, zlibSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import type {CapturedBody} from '../capture/captured-request';
import {buildCaptured} from '../replay/build-captured';
import {newDraft, openDraft, startEditing, toBytes, withText} from './draft';

const encode = (text: string) => new TextEncoder().encode(text);
const open = (body: CapturedBody | Uint8Array<ArrayBuffer> | string, encoding?: string) =>
  openDraft(
    buildCaptured({
      body,
      headers: encoding === undefined ? [] : [{name: 'Content-Encoding', value: encoding}],
    }),
  );

describe('a draft', () => {
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['a byte order mark', encode('\uFEFF[]')],
    ['Windows line breaks', encode('[\r\n]')],
    ['a big integer, 1e400, -0 and a duplicate key', encode('[{"a":12345678901234567890,"a":1e400,"b":-0}]')],
    ['an escaped lone surrogate', encode('["\\ud800"]')],
    ['a lone surrogate in bytes', new Uint8Array([0x5b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x5d])],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0x00])],
    ['gzip', new Uint8Array(gzipSync(encode('[]')))],
  ])('gives back the same bytes for %s, opened, looked at, edited and undone', (_, bytes) => {
    const draft = startEditing(open(bytes));
    expect(toBytes(open(bytes))).toEqual(bytes);
    expect(toBytes(draft)).toEqual(bytes);
    const undone = withText(withText(draft, 'x'), draft.originalText ?? '');
    expect(undone.dirty).toBe(false);
    expect(toBytes(undone)).toEqual(bytes);
  });

  it('sends edited text as UTF-8, the byte order mark and line breaks included', () => {
    const draft = withText(open('\uFEFF[]'), '\uFEFF[\r\n"ü"]');
    expect(draft).toMatchObject({dirty: true, warnings: []});
    expect(toBytes(draft)).toEqual(encode('\uFEFF[\r\n"ü"]'));
  });

  it('warns before bytes that are no UTF-8 are edited', () => {
    expect(startEditing(open(new Uint8Array([0x5b, 0xff, 0x5d])))).toMatchObject({
      text: '[\uFFFD]',
      warnings: [expect.stringContaining('not valid UTF-8')],
    });
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string | undefined]>([
    ['gzip by its first bytes', new Uint8Array(gzipSync(encode('["ü"]'))), undefined],
    ['gzip by header', new Uint8Array(gzipSync(encode('["ü"]'))), 'gzip'],
    ['deflate by header', new Uint8Array(zlibSync(encode('["ü"]'))), 'deflate'],
    ['plain text under a false header', encode('["ü"]'), 'gzip'],
    ['UTF-16', new Uint8Array([0x5b, 0, 0x22, 0, 0xfc, 0, 0x22, 0, 0x5d, 0]), undefined],
  ])('shows %s as text', (_, bytes, header) => {
    expect(startEditing(open(bytes, header)).text).toBe('["ü"]');
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['a compression that is unknown here', new Uint8Array([0x8f, 0x01, 0x80, 0x03]), 'br'],
    ['gzip that is cut', new Uint8Array(gzipSync(encode('[1,2,3,4]')).slice(0, 15)), 'gzip'],
  ])('says that %s cannot be shown', (_, bytes, header) => {
    expect(startEditing(open(bytes, header))).toMatchObject({
      text: '',
      warnings: [expect.stringContaining('cannot be decompressed')],
    });
  });

  it('does not unpack a bomb', () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(34_000_000), {level: 1}));
    expect(startEditing(open(bomb)).warnings.join()).toContain('cannot be decompressed');
  });

  it.each<[string, CapturedBody]>([
    ['a missing body', {kind: 'missing', reason: 'file'}],
    ['a cut body', {kind: 'cut', bytes: encode('[{'), reason: 'cut'}],
  ])('has no bytes of %s until somebody writes some', (_, body) => {
    expect(toBytes(open(body))).toBeNull();
    expect(toBytes(startEditing(open(body)))).toBeNull();
    expect(toBytes(withText(open(body), '[]'))).toEqual(encode('[]'));
  });

  it('starts from the part of a cut body that is known', () => {
    expect(startEditing(open({kind: 'cut', bytes: encode('[{'), reason: 'cut'})).text).toBe('[{');
  });

  it('holds what was typed where there is no captured request', () => {
    expect(toBytes(newDraft('[]'))).toEqual(encode('[]'));
    expect(newDraft('[]')).toMatchObject({sourceId: null, dirty: false});
  });
});
