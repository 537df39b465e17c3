import fc from 'fast-check';
import {gzipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {DECOMPRESSED_NOTE, REPORTED_BY_PAGE_NOTE} from '../capture/body-notes';
import type {AnswerBody, CapturedBody, CapturedRequest, Outcome} from '../capture/captured-request';
import {readPasted} from '../edit/paste/paste';
import type {ExportOptions} from '../export/exported-request';
import {requestFromParts} from '../request-from-parts';
import {defaultSettings} from '../settings';
import {propertyOptions} from '../testing/property-options';
import {importHarFile} from './import-har';
import {toHar} from './write-har';

const encode = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

function toRequest(parts: Partial<CapturedRequest>, headers: Record<string, string> = {}): CapturedRequest {
  const url = 'https://api.app.thrivestack.ai/api/track';
  const startedAt = 1_793_527_200_250;
  return {...requestFromParts({url, method: 'POST', headers, body: '[]', startedAt}), ...parts};
}

/** The request after it was exported and imported. */
function readBack(request: CapturedRequest, options: ExportOptions = {}): CapturedRequest | undefined {
  const file = encode(toHar([request], {name: 'test', version: '1'}, options));
  return importHarFile(file, {settings: defaultSettings, tabId: 7, newId: () => request.id}).requests[0];
}

describe('a HAR file of our own, imported again', () => {
  const bytes = (text: string): CapturedBody => ({kind: 'bytes', bytes: encode(text)});
  const gzip = Uint8Array.from(gzipSync(encode('[{"a":1}]'), {mtime: 0}));

  it.each<[string, CapturedBody, Record<string, string>]>([
    ['no body', {kind: 'none'}, {}],
    ['an empty body', bytes(''), {}],
    ['fields of a form', {kind: 'form', fields: {a: ['1', ' 2'], b: ['']}}, {}],
    ['fields of parts', {kind: 'form', fields: {a: ['1']}}, {'content-type': 'multipart/form-data'}],
    ['a replacement character', bytes('[{"a":"\ufffd"}]'), {}],
    ['a byte order mark', bytes('\ufeff[]'), {}],
    ['as many characters as Firefox keeps', bytes(' '.repeat(1_048_576)), {}],
    ['a control character', bytes('é\u0001'), {}],
    ['another length than stated', bytes('[{"a":'), {'content-length': '99'}],
    ['compressed bytes without Content-Encoding', {kind: 'bytes', bytes: gzip}, {}],
    ['text in spite of Content-Encoding', bytes('[]'), {'content-encoding': 'gzip'}],
    ['what the page reported', {kind: 'bytes', bytes: encode('[]'), note: REPORTED_BY_PAGE_NOTE}, {}],
    ['what was recorded decompressed', {kind: 'bytes', bytes: encode('[]'), note: DECOMPRESSED_NOTE}, {}],
  ])('has the body: %s', (_, body, headers) => {
    expect(readBack(toRequest({body}, headers))?.body).toEqual(body);
  });

  it('has all bytes', () => {
    const any = fc.oneof(
      fc.uint8Array({maxLength: 20}),
      fc.string({unit: 'binary', maxLength: 20}).map(encode),
    );
    const check = (sent: Uint8Array) => {
      const body: CapturedBody = {kind: 'bytes', bytes: Uint8Array.from(sent)};
      // Random bytes may look like a credential, which would be masked.
      expect(readBack(toRequest({body}), {secrets: new Map()})?.body).toEqual(body);
    };
    fc.assert(fc.property(any, check), propertyOptions(5000));
  });

  it('has the text of a compressed body, and says that other bytes were sent', () => {
    const body: CapturedBody = {kind: 'bytes', bytes: gzip};
    expect(readBack(toRequest({body}, {'content-encoding': 'gzip'}))?.body).toEqual({
      kind: 'bytes',
      bytes: encode('[{"a":1}]'),
      note: DECOMPRESSED_NOTE,
    });
  });

  it('has no credentials in the fields of a form', () => {
    const body: CapturedBody = {kind: 'form', fields: {writeKey: ['abcdefgh12345678'], event: ['a']}};
    expect(readBack(toRequest({body}))?.body).toEqual({
      kind: 'form',
      fields: {writeKey: ['MASKED'], event: ['a']},
    });
  });

  it('has a masked form as a whole, and says that it was changed', () => {
    const body = bytes('writeKey=abcdefgh12345678&event=a');
    expect(readBack(toRequest({body}, {'content-length': '33'}))?.body).toMatchObject({
      kind: 'bytes',
      bytes: encode('writeKey=MASKED&event=a'),
      note: expect.stringContaining('changed'),
    });
  });

  it.each<[string, CapturedBody, number]>([
    ['of unknown size', {kind: 'missing', reason: 'blob'}, -1],
    ['of known size', {kind: 'missing', reason: 'blob', size: 9}, 9],
    ['that was cut', {kind: 'cut', bytes: encode('['), reason: 'cut', size: 9}, 9],
  ])('does not call a body empty %s', (_, body, size) => {
    const request = toRequest({body});
    const {log} = JSON.parse(toHar([request], {name: 'test', version: '1'}));
    expect(log.entries[0].request.bodySize).toBe(size);
    expect(readBack(request)?.body).toEqual({
      kind: 'missing',
      reason: 'not-recorded',
      ...(size > 0 && {size}),
    });
  });

  const endedAt = 1_793_527_200_290;
  it.each<[string, Outcome]>([
    ['Chromium cancelled it', {state: 'failed', error: 'net::ERR_ABORTED', endedAt}],
    ['Firefox cancelled it', {state: 'failed', error: 'NS_BINDING_ABORTED', endedAt}],
    ['there is no reason', {state: 'failed', error: '', endedAt}],
    ['a response began', {state: 'failed', error: 'net::ERR_CONNECTION_RESET', endedAt, status: 200}],
    ['a redirect began', {state: 'failed', error: 'net::ERR_FAILED', endedAt, status: 302}],
    ['nobody knows', {state: 'unknown', reason: 'The page was unloaded.', endedAt}],
    ['its end was not captured', {state: 'failed', error: 'net::ERR_FAILED', endedAt: null}],
  ])('says how a request ended: %s', (_, outcome) => {
    expect(readBack(toRequest({outcome}))?.outcome).toEqual(outcome);
  });

  it.each<[string, AnswerBody, number | null]>([
    ['a text', {kind: 'text', text: '{}', mimeType: 'application/json'}, endedAt],
    ['a text of no type', {kind: 'text', text: '{}'}, endedAt],
    ['the first part of a text', {kind: 'text', text: '{', cut: true}, endedAt],
    ['an empty one', {kind: 'missing', reason: 'empty'}, endedAt],
    ['one that was not captured', {kind: 'missing', reason: 'not-observed'}, endedAt],
    ['one that was not text', {kind: 'missing', reason: 'not-text'}, endedAt],
    ['one that the browser hides', {kind: 'missing', reason: 'opaque'}, endedAt],
    ['one whose end was not captured', {kind: 'missing', reason: 'empty'}, null],
  ])('has the response: %s', (_, body, end) => {
    const headers = {state: 'unknown'} as const;
    const outcome = {state: 'answered', status: 204, statusText: '', headers, body, endedAt: end} as const;
    expect(readBack(toRequest({outcome}))?.outcome).toEqual(outcome);
  });

  it('says that an address is only the beginning, so that it is not sent', () => {
    const request = toRequest({urlLength: 90_000});
    expect(readBack(request)?.urlLength).toBe(90_000);
    expect(readPasted(toHar([request], {name: 'test', version: '1'}))).toMatchObject({
      requests: [{notes: [expect.stringContaining('beginning of the address')]}],
    });
  });

  describe('with a replay', () => {
    const replay: CapturedRequest = {
      ...toRequest({id: 'b'}),
      replay: {
        sourceId: 'a',
        way: 'page',
        marker: 'mark',
        claimed: true,
        timeoutSeconds: 30,
        followRedirects: false,
      },
    };
    const original = toRequest({id: 'a'});
    const readAll = (...requests: CapturedRequest[]) => {
      let count = 0;
      const newId = () => `new-${++count}`;
      const file = encode(toHar(requests, {name: 'test', version: '1'}));
      return importHarFile(file, {settings: defaultSettings, tabId: 7, newId}).requests;
    };

    it.each([
      [1e300, 600],
      [-5, 1],
      [30, 30],
    ])('has no timeout at which it would end at once: %s', (timeoutSeconds, expected) => {
      const [read] = readAll({...replay, ...(replay.replay && {replay: {...replay.replay, timeoutSeconds}})});
      expect(read?.replay?.timeoutSeconds).toBe(expected);
    });

    it.each<[string, CapturedRequest[], (string | null)[], (string | null | undefined)[]]>([
      ['behind its original', [original, replay], ['new-1', 'new-2'], [undefined, 'new-1']],
      ['before its original', [replay, original], ['new-1', 'new-2'], ['new-2', undefined]],
      ['without its original', [replay], ['new-1'], [null]],
      [
        'in a file that was joined',
        [original, original, replay],
        ['new-1', 'new-2', 'new-3'],
        [undefined, undefined, 'new-1'],
      ],
    ])('knows it and what it corrects: %s', (_, requests, ids, sources) => {
      const read = readAll(...requests);
      expect(read.map(({id}) => id)).toEqual(ids);
      expect(read.map(({replay}) => replay?.sourceId)).toEqual(sources);
      expect(read.find((one) => one.replay)?.replay).toMatchObject({way: 'page', claimed: true});
    });
  });
});
