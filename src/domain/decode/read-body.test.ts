import fc from 'fast-check';
import {deflateSync, gzipSync, strToU8, zlibSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import type {CapturedBody, CapturedHeaders} from '../capture/captured-request';
import {readBody} from './read-body';

const json = '[{"event_name":"grüezi","n":1234567}]';
const value = [{event_name: 'grüezi', n: 1234567}];

describe('readBody', () => {
  it('reads plain JSON without a finding', () => {
    expect(readBody(bytes(json), headers())).toEqual({
      kind: 'json',
      text: json,
      value,
      source: {compressions: [], charset: 'utf-8', isExact: true},
      findings: [],
    });
  });

  it.each<[string, Uint8Array<ArrayBuffer>, CapturedHeaders, object[]]>([
    ['gzip by its header', gzipSync(strToU8(json)), headers('gzip'), []],
    ['gzip by its older name', gzipSync(strToU8(json)), headers('X-GZIP'), []],
    ['deflate with zlib wrapper', zlibSync(strToU8(json)), headers('deflate'), []],
    ['deflate without wrapper', deflateSync(strToU8(json)), headers('deflate'), []],
    ['two codings', gzipSync(zlibSync(strToU8(json))), headers('deflate, gzip'), []],
    [
      'gzip without a header',
      gzipSync(strToU8(json)),
      headers(),
      [{code: 'undeclared-compression', actual: 'gzip'}],
    ],
    [
      'zlib without a header',
      zlibSync(strToU8(json)),
      headers(),
      [{code: 'undeclared-compression', actual: 'deflate'}],
    ],
    ['gzip where headers are unknown', gzipSync(strToU8(json)), {state: 'unknown'}, []],
    [
      'gzip declared as deflate',
      gzipSync(strToU8(json)),
      headers('deflate'),
      [{code: 'wrong-content-encoding', declared: 'deflate', actual: 'gzip'}],
    ],
    [
      'plain JSON declared as gzip',
      strToU8(json),
      headers('gzip'),
      [{code: 'wrong-content-encoding', declared: 'gzip', actual: 'identity'}],
    ],
    [
      'plain JSON declared as br',
      strToU8(json),
      headers('br'),
      [{code: 'wrong-content-encoding', declared: 'br', actual: 'identity'}],
    ],
    [
      'gzip twice declared as br',
      gzipSync(gzipSync(strToU8(json))),
      headers('br'),
      [{code: 'wrong-content-encoding', declared: 'br', actual: 'gzip'}],
    ],
    [
      'two codings declared in the wrong order',
      zlibSync(gzipSync(strToU8(json))),
      headers('deflate, gzip'),
      [{code: 'wrong-content-encoding', declared: 'gzip', actual: 'deflate'}],
    ],
  ])('reads %s', (_, content, sent, findings) => {
    expect(readBody(bytes(content), sent)).toMatchObject({kind: 'json', value, findings});
  });

  it('says of compressed text that its bytes are not those of the text', () => {
    expect(readBody(bytes(gzipSync(strToU8(json))), headers('gzip'))).toMatchObject({
      source: {compressions: ['gzip'], isExact: false},
    });
  });

  it.each<[string, Uint8Array<ArrayBuffer>, CapturedHeaders, object]>([
    [
      'brotli',
      Uint8Array.of(0x8b, 2, 0x80, 1, 2, 3),
      headers('br'),
      {code: 'unsupported-encoding', encoding: 'br'},
    ],
    [
      'zstd without a header',
      Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0),
      headers(),
      {code: 'unsupported-encoding', encoding: 'zstd'},
    ],
    ['no bytes', new Uint8Array(0), headers('gzip'), {code: 'empty-body'}],
  ])('shows nothing of %s and says why', (_, content, sent, finding) => {
    expect(readBody(bytes(content), sent)).toEqual({kind: 'nothing', findings: [finding]});
  });

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['cut off', gzipSync(strToU8(json.repeat(50))).slice(0, -20)],
    ['cut in its trailer', gzipSync(strToU8(json.repeat(50))).slice(0, -2)],
    ['no gzip behind the mark', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)],
  ])('reports gzip that is %s, and nothing about its JSON', (_, content) => {
    const reading = readBody(bytes(content), headers('gzip'));
    expect(reading).toMatchObject({
      kind: 'text',
      findings: [{code: 'compressed-body-damaged', actual: 'gzip'}],
    });
  });

  // A header without the time, since one of its bytes could be the one that is searched for.
  it('compares the checksum: a body that changed on the way is damaged though it inflates', () => {
    const changed = gzipSync(strToU8(json), {level: 0, mtime: 0});
    const at = changed.indexOf('7'.charCodeAt(0));
    changed[at] = '9'.charCodeAt(0);
    expect(readBody(bytes(changed), headers('gzip')).findings).toEqual([
      {code: 'compressed-body-damaged', actual: 'gzip'},
    ]);
  });

  it('stops inflating a bomb at the limit', {timeout: 30_000}, () => {
    const member = gzipSync(new Uint8Array(1024 * 1024));
    const bomb = new Uint8Array(member.length * 40);
    for (let at = 0; at < bomb.length; at += member.length) bomb.set(member, at);
    const reading = readBody(bytes(bomb), headers('gzip'));
    expect(reading.findings).toEqual([{code: 'inflated-too-large', limit: 32 * 1024 * 1024}]);
  });

  it('keeps a byte order mark in the text and reads behind it', () => {
    expect(readBody(bytes(`\ufeff${json}`), headers())).toMatchObject({
      kind: 'json',
      value,
      text: `\ufeff${json}`,
      source: {isExact: true},
      findings: [{code: 'byte-order-mark', position: {offset: 0, line: 1, column: 1}}],
    });
  });

  it('places the fault behind a byte order mark where it is in the text', () => {
    expect(readBody(bytes('\ufeff[1,]'), headers()).findings).toMatchObject([
      {code: 'byte-order-mark'},
      {code: 'invalid-json', position: {offset: 3}, error: {cause: 'trailing-comma'}},
    ]);
  });

  it('names the first byte that is no UTF-8 and shows the rest', () => {
    const content = Uint8Array.of(...strToU8('{\n"ü":"'), 0xff, ...strToU8('"}'));
    expect(readBody(bytes(content), headers())).toMatchObject({
      kind: 'json',
      value: {ü: '\ufffd'},
      source: {isExact: false},
      findings: [{code: 'invalid-utf8', byteOffset: 8, position: {offset: 7, line: 2, column: 6}}],
    });
  });

  it.each<['utf-16le' | 'utf-16be', boolean]>([
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['utf-16be', false],
  ])('recognises %s, with a mark: %s', (charset, hasMark) => {
    const reading = readBody(bytes(toUtf16(hasMark ? `\ufeff${json}` : json, charset)), headers());
    expect(reading).toMatchObject({kind: 'json', value, findings: [{code: 'utf16-body', charset}]});
  });

  it.each<[string, CapturedBody, object]>([
    ['none', {kind: 'none'}, {code: 'no-body'}],
    ['missing', {kind: 'missing', reason: 'blob'}, {code: 'missing-body', reason: 'blob', size: null}],
    [
      'missing with its size',
      {kind: 'missing', reason: 'file', size: 9},
      {code: 'missing-body', reason: 'file', size: 9},
    ],
  ])('gives no verdict on a body that is %s', (_, body, finding) => {
    expect(readBody(body, headers())).toEqual({kind: 'nothing', findings: [finding]});
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['plain', strToU8(json).slice(0, 30), json.slice(0, 29)],
    ['within a character', strToU8(json).slice(0, 19), `${json.slice(0, 18)}\ufffd`],
  ])('shows the first part of a cut body, %s, and judges nothing', (_, content, text) => {
    expect(readBody({kind: 'cut', bytes: content, reason: 'cut', size: 99}, headers())).toMatchObject({
      kind: 'text',
      text,
      source: {isExact: false},
      findings: [{code: 'cut-body', reason: 'cut', seen: content.length, size: 99}],
    });
  });

  it.each(['', '\ufeff'])(
    'shows the first part of UTF-16 that is cut within a character, after "%s"',
    (mark) => {
      for (const charset of ['utf-16le', 'utf-16be'] as const) {
        const content = toUtf16(mark + json, charset).slice(0, 2 * mark.length + 41);
        expect(readBody({kind: 'cut', bytes: content, reason: 'cut'}, headers())).toMatchObject({
          text: `${json.slice(0, 20)}\ufffd`,
          source: {charset},
          findings: [{code: 'cut-body'}],
        });
      }
    },
  );

  it('inflates the first part of a compressed body as far as it goes', () => {
    const long = JSON.stringify(Array.from({length: 3000}, (_, index) => ({index, square: index ** 2})));
    const content = gzipSync(strToU8(long));
    const half = content.slice(0, content.length / 2);
    const reading = readBody({kind: 'cut', bytes: half, reason: 'cut'}, headers('gzip'));
    if (reading.kind !== 'text') throw new Error(`read as ${reading.kind}`);
    expect(long.startsWith(reading.text)).toBe(true);
    expect(reading.text.length).toBeGreaterThan(1000);
    expect(reading.findings).toEqual([{code: 'cut-body', reason: 'cut', seen: half.length, size: null}]);
  });

  it.each<[string, CapturedBody, CapturedHeaders, object]>([
    [
      'taken apart by the browser',
      {kind: 'form', fields: {a: ['1', '2'], b: ['']}},
      headers(),
      {encoding: 'unknown', fields: 2, jsonField: null},
    ],
    [
      'with JSON in its one field',
      {kind: 'form', fields: {data: [json]}},
      headers(),
      {encoding: 'unknown', fields: 1, jsonField: 'data'},
    ],
    [
      'in bytes, declared',
      bytes('data=%5B1%5D'),
      headers(null, 'application/x-www-form-urlencoded;charset=UTF-8'),
      {encoding: 'urlencoded', fields: 1, jsonField: 'data'},
    ],
    [
      'in bytes, undeclared',
      bytes('a=1&b=2'),
      headers(null, 'text/plain'),
      {encoding: 'urlencoded', fields: 2, jsonField: null},
    ],
    [
      'in bytes, with JSON that was not encoded',
      bytes('data=[{"a":"x&y=1 + 100%"}]'),
      headers(null, 'text/plain'),
      {encoding: 'urlencoded', fields: 1, jsonField: 'data'},
    ],
    [
      'in bytes, with JSON that was not encoded beside another field',
      bytes('data=[{"a":1}]&ip=1'),
      headers(),
      {encoding: 'urlencoded', fields: 2, jsonField: null},
    ],
    [
      'with file parts',
      bytes('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--'),
      headers(),
      {encoding: 'multipart', fields: 0, jsonField: null},
    ],
  ])('says of a form %s that it is one', (_, body, sent, finding) => {
    expect(readBody(body, sent)).toMatchObject({kind: 'form', findings: [{code: 'form-body', ...finding}]});
  });

  it('reads JSON that calls itself a form', () => {
    expect(readBody(bytes(json), headers(null, 'application/x-www-form-urlencoded')).kind).toBe('json');
  });

  it.each([
    ['application/x-www-form-urlencoded', '[{"a":"x&y=1",}]', 'invalid-json'],
    ['application/x-www-form-urlencoded', '\ufeff \n{"a":1}{"b":2}', 'invalid-json'],
    ['multipart/form-data; boundary=x', '[{"a":1,}]', 'invalid-json'],
    ['application/x-www-form-urlencoded', ' \r\n', 'empty-body'],
    ['text/plain', 'events=[{"a":1,}]', 'invalid-json'],
    ['text/plain', 'const events=[{"a":1}]', 'invalid-json'],
  ])('says what is wrong in a text of %s that is no form: %j', (type, text, code) => {
    const reading = readBody(bytes(text), headers(null, type));
    expect(reading.kind).toBe('text');
    expect(reading.findings.at(-1)).toMatchObject({code});
  });

  it('calls nothing but whitespace empty', () => {
    expect(readBody(bytes(' \r\n'), headers())).toMatchObject({
      kind: 'text',
      findings: [{code: 'empty-body'}],
    });
  });

  it('hands no value on that is nested too deep, however deep', {timeout: 30_000}, () => {
    const nest = (depth: number) => readBody(bytes('['.repeat(depth) + ']'.repeat(depth)), headers());
    for (const depth of [2001, 10_000, 1_000_000])
      expect(nest(depth)).toMatchObject({
        kind: 'text',
        findings: [{code: 'too-deep', limit: 2000, isRead: false}],
      });
    for (const depth of [1001, 2000])
      expect(nest(depth)).toMatchObject({
        kind: 'json',
        findings: [{code: 'too-deep', limit: 1000, isRead: true}],
      });
    for (const depth of [256, 300, 1000]) expect(nest(depth)).toMatchObject({kind: 'json', findings: []});
  });

  it.each<[string, 'json' | 'form']>([
    ['{"__proto__":{"polluted":"yes"}}', 'json'],
    ['__proto__=yes&polluted=yes', 'form'],
  ])('keeps __proto__ in %j as a key', (text, kind) => {
    const reading = readBody(bytes(text), headers());
    expect(reading.kind).toBe(kind);
    const object = reading.kind === 'json' ? reading.value : reading.kind === 'form' ? reading.fields : null;
    expect(Object.hasOwn(Object(object), '__proto__')).toBe(true);
    expect('polluted' in {}).toBe(false);
  });

  it('returns for any bytes, however declared', {timeout: 30_000}, () => {
    const content = fc.oneof(
      fc.uint8Array({maxLength: 200}),
      fc.json().map((text) => strToU8(text)),
      fc.json().map((text) => gzipSync(strToU8(text))),
      fc.tuple(fc.json(), fc.nat(), fc.nat(255)).map(([text, at, byte]) => {
        const changed = gzipSync(strToU8(text));
        changed[at % changed.length] = byte;
        return changed;
      }),
    );
    const encoding = fc.constantFrom(null, 'gzip', 'deflate', 'br', 'gzip, deflate', 'identity', '', ',');
    const kind = fc.constantFrom('bytes', 'cut');
    fc.assert(
      fc.property(content, encoding, kind, (input, declared, kind) => {
        const body = new Uint8Array(input);
        const captured: CapturedBody =
          kind === 'bytes' ? {kind: 'bytes', bytes: body} : {kind: 'cut', bytes: body, reason: 'cut'};
        const reading = readBody(captured, headers(declared));
        if (reading.kind === 'json')
          expect(JSON.parse(reading.text.replace(/^\ufeff/, ''))).toEqual(reading.value);
        else expect(reading.findings.length).toBeGreaterThan(0);
        if (reading.kind === 'json' && reading.source.isExact) expect(strToU8(reading.text)).toEqual(body);
      }),
      {numRuns: 1000},
    );
  });
});

function bytes(content: string | Uint8Array<ArrayBuffer>): CapturedBody {
  return {kind: 'bytes', bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content};
}

function headers(encoding: string | null = null, type = 'application/json'): CapturedHeaders {
  const list = [{name: 'Content-Type', value: type}];
  return {
    state: 'known',
    list: encoding === null ? list : [...list, {name: 'content-encoding', value: encoding}],
  };
}

function toUtf16(text: string, charset: 'utf-16le' | 'utf-16be'): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), charset === 'utf-16le');
  return new Uint8Array(view.buffer);
}

describe('layers that are easily overlooked', () => {
  it.each([0x18, 0x28, 0x38, 0x48, 0x58, 0x68, 0x78])('undoes deflate with the first byte %i', (first) => {
    const packed = zlibSync(strToU8(json));
    // RFC 1950: the window's size in the first byte, and a second byte that makes both a multiple of 31.
    packed[0] = first;
    packed[1] = 31 - ((first << 8) % 31);
    const reading = readBody({kind: 'bytes', bytes: packed}, headers('deflate'));
    expect(reading).toMatchObject({kind: 'json', value, findings: []});
  });

  it.each([1, 2, 3])('undoes gzip %i times over, and reports once that no header says so', (times) => {
    let packed = strToU8(json);
    for (let time = 0; time < times; time++) packed = gzipSync(packed);
    expect(readBody({kind: 'bytes', bytes: packed}, headers())).toMatchObject({
      kind: 'json',
      value,
      findings: [{code: 'undeclared-compression', actual: 'gzip'}],
    });
  });
});
