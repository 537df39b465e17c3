import {zipSync, zlibSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {DECOMPRESSED_NOTE} from '../capture/body-notes';
import {readPasted} from '../edit/paste/paste';
import {inspectRequest} from '../inspect-request';
import {defaultSettings} from '../settings';
import {importHarFile} from './import-har';
import {HarLogError, isOpenedAsWhole} from './open-har-file';

/** Small self-made files, each in the format of one producer with its peculiarities. */
const producers = import.meta.glob<string>('./producers/*.har', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const encode = (text: string) => new TextEncoder().encode(text);
const fileOf = (name: string) => encode(producers[`./producers/${name}.har`] ?? '');

function read(file: Uint8Array) {
  let count = 0;
  return importHarFile(file, {settings: defaultSettings, tabId: 1, newId: () => `i${++count}`});
}

const json =
  '[{"event_name":"feature_used","user_id":"u-1","timestamp":"2026-11-01T10:00:00.000Z","properties":{"feature_name":"é"},"context":{"group_id":"g-1"}}]';
const whole = {kind: 'bytes', bytes: encode(json)};
const unpacked = {...whole, note: DECOMPRESSED_NOTE};

/** By producer: the bodies of its requests. */
const bodies: Readonly<Record<string, readonly object[]>> = {
  chrome: [unpacked, whole],
  edge: [whole],
  firefox: [whole, {kind: 'bytes'}],
  safari: [whole],
  'playwright-embed': [whole, {kind: 'missing', reason: 'not-recorded', size: 150}, whole],
  'playwright-attach': [
    {kind: 'missing', reason: 'not-recorded'},
    {kind: 'missing', reason: 'not-recorded'},
  ],
  'playwright-minimal': [whole],
  'playwright-service-worker': [whole, whole],
  mitmproxy: [unpacked, {kind: 'bytes', bytes: Uint8Array.of(0xff, 0x80, 0x61)}],
  'http-toolkit': [
    unpacked,
    {kind: 'bytes', bytes: Uint8Array.of(255, 0, 1)},
    {kind: 'missing', reason: 'not-recorded', size: 600_000},
  ],
  reqable: [whole, unpacked],
  browsermob: [{kind: 'missing', reason: 'damaged'}, whole],
  proxyman: [whole, {kind: 'missing', reason: 'not-recorded', size: 132}],
  charles: [whole, {kind: 'form', fields: {a: ['b', 'c']}}],
  'cypress-har-generator': [whole, {kind: 'missing', reason: 'form'}],
};

describe('a recording of each producer', () => {
  it('has a file', () => {
    const names = Object.keys(producers).map((path) => path.slice('./producers/'.length, -'.har'.length));
    expect(names.toSorted()).toEqual(Object.keys(bodies).toSorted());
  });

  it.each(Object.entries(bodies))(
    '%s: every request is read, with its body as it was recorded',
    (name, expected) => {
      const {requests, faults, others} = read(fileOf(name));
      expect({faults, others}).toEqual({faults: [], others: 0});
      expect(requests.map(({body}) => body)).toMatchObject(expected);
    },
  );

  const wrong = [
    'wrong-content-encoding',
    'invalid-json',
    'compressed-body-damaged',
    'empty-body',
    'no-body',
  ];
  it.each(Object.entries(bodies))('%s: nothing is judged from what was not recorded', (name, expected) => {
    const {requests} = read(fileOf(name));
    const isMeant = (body: object | undefined) =>
      body !== undefined && 'bytes' in body && body.bytes !== whole.bytes;
    const codes = requests
      .filter((_, index) => !isMeant(expected[index]))
      .flatMap((request) => inspectRequest(request).issues.map(({code}) => code));
    expect(codes.filter((code) => wrong.includes(code))).toEqual([]);
  });

  it.each(Object.entries(bodies))('%s: what is pasted has as many requests', (name, expected) => {
    const pasted = readPasted(producers[`./producers/${name}.har`] ?? '');
    expect(pasted).toMatchObject({kind: 'har'});
    expect(pasted.ok ? pasted.requests : []).toHaveLength(expected.length);
  });
});

describe('a recording', () => {
  it('says why no answer came, in the words of its producer', () => {
    expect(read(fileOf('chrome')).requests[1]?.outcome).toMatchObject({error: 'net::ERR_CONNECTION_REFUSED'});
    expect(read(fileOf('playwright-embed')).requests[2]?.outcome).toMatchObject({
      state: 'unknown',
      reason: 'It was cancelled (net::ERR_ABORTED). The server may have received it.',
    });
    expect(read(fileOf('cypress-har-generator')).requests[1]?.outcome).toMatchObject({
      state: 'unknown',
      reason: 'The recording does not contain a response.',
    });
  });

  it('counts what a page and its service worker both show once, as sent by that page', () => {
    const {requests, pairs} = read(fileOf('playwright-service-worker'));
    expect(pairs).toBe(1);
    expect(requests.map(({startedAt}) => startedAt)).toEqual([
      Date.parse('2026-11-01T10:00:00.260Z'),
      Date.parse('2026-11-01T10:00:09.000Z'),
    ]);
    expect(requests[0]?.origin.pageUrl).toBe('https://app.example.test/signup');
  });

  const attach = {
    'har/trace.har': fileOf('playwright-attach'),
    'har/7a1d.json': encode(json),
    'outside.json': encode(json),
  };

  it('has its bodies from the files beside it in an archive, and from nowhere outside of its folder', () => {
    const {requests, apart} = read(zipSync(attach));
    expect(requests.map(({body}) => body)).toMatchObject([whole, {kind: 'missing'}]);
    expect(apart).toBe(1);
  });

  it('says of bodies in other files that they are not included', () => {
    expect(read(fileOf('playwright-attach')).apart).toBe(2);
    const pasted = readPasted(producers['./producers/playwright-attach.har'] ?? '');
    expect(pasted.ok && pasted.requests[0]?.notes).toEqual([
      'The body is in another file, 7a1d.json, which is not included.',
    ]);
  });

  it('is read from a compressed file (.zhar)', () => {
    expect(read(zlibSync(fileOf('mitmproxy'))).requests).toHaveLength(2);
  });

  it.each(['utf-16le', 'utf-16be'] as const)(
    'is read as %s, as Windows PowerShell writes files',
    (charset) => {
      const text = `\ufeff${producers['./producers/chrome.har']}`;
      const view = new DataView(new ArrayBuffer(text.length * 2));
      for (let at = 0; at < text.length; at++)
        view.setUint16(at * 2, text.charCodeAt(at), charset === 'utf-16le');
      const written = new Uint8Array(view.buffer);
      expect(isOpenedAsWhole(written)).toBe(true);
      expect(read(written).requests.map(({body}) => body)).toMatchObject(bodies.chrome ?? []);
    },
  );

  it.each(['x', 'xyz', 'PKW', 'P'])('is not taken for packed because it begins with %j', (text) => {
    expect(isOpenedAsWhole(encode(text))).toBe(false);
    expect(() => read(encode(text))).toThrow('it is not JSON');
  });

  it.each([
    ['an archive without one', zipSync({'a.txt': encode('a')}), 'does not contain a HAR file'],
    ['an archive of several', zipSync({'a.har': encode('{}'), 'b.har': encode('{}')}), 'several HAR files'],
    ['a broken archive', encode('PK\u0003\u0004 and no more'), 'damaged'],
    ['a broken compressed file', zlibSync(fileOf('safari')).subarray(0, 90), 'damaged'],
  ])('is not found in %s', (_, file, why) => {
    expect(() => read(file)).toThrow(HarLogError);
    expect(() => read(file)).toThrow(why);
  });
});

describe('an odd field', () => {
  const entry = {
    startedDateTime: '2026-11-01T10:00:00.250Z',
    time: 40,
    pageref: 'p',
    request: {
      method: 'POST',
      url: 'https://api.app.thrivestack.ai/api/track',
      headers: [{name: 'Content-Type', value: 'application/json'}],
      bodySize: 150,
      postData: {mimeType: 'application/json', text: json, params: []},
    },
    response: {
      status: 200,
      statusText: 'OK',
      headers: [{name: 'A', value: 'b'}],
      content: {size: 4, mimeType: 'text/plain', text: 'done', encoding: ''},
      _error: '',
    },
    _resourceType: 'fetch',
    _pageUrl: 'https://app.example.test/',
    _serviceWorkerRef: 'w',
  };
  const log = {
    log: {pages: [{id: 'p', title: 'A page', startedDateTime: '2026-11-01T10:00:00Z'}], entries: [entry]},
  };
  const needed = [
    '/log',
    '/log/entries',
    '/log/entries/0',
    '/log/entries/0/request',
    '/log/entries/0/request/method',
    '/log/entries/0/request/url',
  ];
  const pointers = (value: unknown, at = ''): string[] =>
    typeof value === 'object' && value !== null
      ? [at, ...Object.entries(value).flatMap(([key, member]) => pointers(member, `${at}/${key}`))]
      : [at];
  const optional = pointers(log).filter((at) => at !== '' && !needed.includes(at));

  /** The log with another value at a pointer; undefined removes the member. */
  function withValue(pointer: string, value: unknown): string {
    const walk = (here: unknown, at: string): unknown => {
      if (at === pointer) return value;
      if (Array.isArray(here)) return here.map((item, index) => walk(item, `${at}/${index}`));
      if (typeof here !== 'object' || here === null) return here;
      return Object.fromEntries(
        Object.entries(here).map(([key, member]) => [key, walk(member, `${at}/${key}`)]),
      );
    };
    return JSON.stringify(walk(log, ''));
  }

  const odd: [string, unknown][] = [
    ['null', null],
    ['a number', 7],
    ['an object', {}],
    ['a list', [3]],
    ['a text', 'x'],
    ['true', true],
    ['nothing', undefined],
  ];
  it.each(odd)('costs itself and never its entry: %s in place of any that is not needed', (_, value) => {
    for (const pointer of optional) {
      const text = withValue(pointer, value);
      const {requests, faults} = read(encode(text));
      expect({pointer, faults, count: requests.length}).toEqual({pointer, faults: [], count: 1});
      const pasted = readPasted(text);
      expect({pointer, kind: pasted.ok && pasted.kind, count: pasted.ok && pasted.requests.length}).toEqual({
        pointer,
        kind: 'har',
        count: 1,
      });
    }
  });

  it.each([
    ['/log/entries/0', null, 'no-request'],
    ['/log/entries/0/request', null, 'no-request'],
    ['/log/entries/0/request/method', undefined, 'no-method'],
    ['/log/entries/0/request/method', 3, 'no-method'],
    ['/log/entries/0/request/url', '', 'no-address'],
  ])('%s = %j leaves its entry out, and says which and why', (pointer, value, reason) => {
    expect(read(encode(withValue(pointer, value)))).toMatchObject({
      requests: [],
      faults: [{entry: 1, reason}],
    });
  });

  it.each([undefined, null, {}, 'x'])('only log.entries = %j makes it another file', (value) => {
    expect(() => read(encode(withValue('/log/entries', value)))).toThrow('it has no log.entries');
  });
});
