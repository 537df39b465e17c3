import {deflateSync, gzipSync} from 'node:zlib';
import {type CapturedRequest, defaultSettings} from '@track-inspector/core';
import {describe, expect, it} from 'vitest';
import {openInput} from './open-input';
import {readRequests} from './read-requests';

const url = 'https://api.app.thrivestack.ai/api/track';
const sentAt = 1_777_532_927_000;

/** As a program writes them that flushes after each of the first bytes. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < 40; at++) yield bytes.subarray(at, at + 1);
  yield bytes.subarray(40);
}

async function read(
  file: string,
  text: string | Uint8Array,
  note: (told: string) => void = () => undefined,
  url?: string,
): Promise<CapturedRequest[]> {
  const bytes = Buffer.from(text);
  let count = 0;
  const found: CapturedRequest[] = [];
  const options = {
    file,
    settings: defaultSettings,
    url,
    newId: () => `r${++count}`,
    note,
  };
  const input = await openInput(inPieces(bytes), file);
  for await (const request of readRequests(input, options)) found.push(request);
  return found;
}

const line = (parts: object) => `${JSON.stringify({url, body: '[]', ...parts})}\n`;

describe('a line of NDJSON', () => {
  it.each<[string, string, object]>([
    ['milliseconds since the epoch', line({startedAt: sentAt}), {startedAt: sentAt}],
    ['seconds since the epoch', line({startedAt: sentAt / 1000}), {startedAt: sentAt}],
    ['seconds with a fraction', line({startedAt: 1777532927.5}), {startedAt: sentAt + 500}],
    ['ISO 8601', line({startedAt: '2026-04-30T07:08:47Z'}), {startedAt: sentAt}],
    ['a comma before milliseconds', line({startedAt: '2026-04-30T07:08:47,000Z'}), {startedAt: sentAt}],
    ['a blank before the time', line({startedAt: '2026-04-30 07:08:47Z'}), {startedAt: sentAt}],
    ['a date as mail has it', line({startedAt: 'Thu, 30 Apr 2026 07:08:47 GMT'}), {startedAt: sentAt}],
    ['a text that is no time', line({startedAt: 'page 3'}), {startedAt: null}],
    [
      'null for what is left out',
      line({startedAt: null, method: null, headers: null, body: null, response: null, bodyEncoding: null}),
      {startedAt: null, method: 'POST', body: {kind: 'none'}, outcome: {state: 'unknown'}},
    ],
    ['a header that is a number', line({headers: {'x-count': 20}}), {headers: {list: [{value: '20'}]}}],
    ['a status as text', line({response: {status: '404'}}), {outcome: {status: 404}}],
    ['blanks around address and method', line({url: ` ${url} `, method: ' POST '}), {url, method: 'POST'}],
    ['the NULs of a buffer behind it', `${line({})}\0\0\0`, {url}],
    ['line separators of Unicode', line({body: '["\u2028\u2029\u0085"]'}), {url}],
    ['line feeds of Windows', line({}).replace('\n', '\r\n'), {url}],
    ['a blank line before it', `\n${line({})}`, {url}],
  ])('with %s', async (_, text, parts) => {
    expect(await read('a.ndjson', text)).toMatchObject([parts]);
  });

  it.each(['-', 'a.txt'])('with any field first: %s', async (file) => {
    const lines = [
      {id: 1, url, body: '[]'},
      {body: '[]', url},
      {headers: {}, url},
    ];
    const text = lines.map((each) => `${JSON.stringify(each)}\n`).join('');
    expect(await read(file, text)).toMatchObject([{url}, {url}, {url}]);
  });

  it.each(['a.ndjson.gz', 'a.gz', '-'])('compressed: %s', async (file) => {
    const lines = `${line({})}${line({})}`;
    const wide = Buffer.from(`\ufeff${lines}`, 'utf16le');
    for (const packed of [gzipSync(lines), deflateSync(lines), gzipSync(wide)])
      expect(await read(file, packed)).toMatchObject([{url}, {url}]);
    const parts = Buffer.concat([gzipSync(''), gzipSync(line({})), gzipSync(line({}))]);
    expect(await read(file, parts)).toMatchObject([{url}, {url}]);
    await expect(read(file, gzipSync(line({})).subarray(0, 40))).rejects.toThrow(
      `${file}: This file is damaged`,
    );
  });

  it.each([
    ['Base64 that is none', line({body: '!!!', bodyEncoding: 'base64'}), '"body" is not valid Base64'],
    ['a request on several lines', JSON.stringify({url}, null, 2), 'Write each request on one line'],
    ['a body that is no text', line({body: [1]}), '"body" is missing or of another type'],
  ])('refuses %s', async (_, text, told) => {
    await expect(read('a.ndjson', text)).rejects.toThrow(told);
  });
});

describe('a part of a HAR log', () => {
  const entry = {request: {method: 'POST', url, headers: []}, response: {status: 404}};
  it.each([
    ['the inside of a log', {entries: [entry]}],
    ['its entries', [entry]],
    ['an entry', entry],
  ])('is read with its responses: %s', async (_, value) => {
    for (const file of ['a.har', 'a.json', 'a.txt'])
      expect(await read(file, JSON.stringify(value))).toMatchObject([{url, outcome: {status: 404}}]);
  });
});

describe('a HAR log that is read piece by piece', () => {
  const entry = {time: 0, request: {method: 'POST', url, headers: []}, response: {status: 404}};
  const log = JSON.stringify({log: {entries: [entry, entry]}});

  it('is read in spite of NaN, as Python writes it', async () => {
    expect(await read('a.har', log.replace('"time":0', '"time":NaN'))).toHaveLength(2);
  });

  it.each([
    ['that is cut off', log.slice(0, -3), 'it is cut off'],
    ['without entries', '{"log": {}}', 'has no log.entries'],
    ['of which an entry is broken', log.replace(/404(?!.*404)/, 'tru'), 'entry 2 is not valid JSON'],
  ])('is refused %s', async (_, text, told) => {
    await expect(read('a.har', text)).rejects.toThrow(told);
    await expect(read('a.har.gz', gzipSync(text))).rejects.toThrow(told);
  });

  it('is refused as one that is read as a whole, if an entry is broken', async () => {
    const text = `{"comment": "", ${log.replace('404', 'tru').slice(1)}`;
    await expect(read('a.har', text)).rejects.toThrow('a.har: entry 1 is not valid JSON');
  });

  it.each([
    [
      1,
      'a.har: the body of 1 is in another file, which is not included; a recording as .har.zip includes it',
    ],
    [
      2,
      'a.har: the body of 2 is in another file, which is not included; a recording as .har.zip includes it',
    ],
  ])('with %i bodies in other files says so, as the panel does', async (count, told) => {
    const apart = {...entry, request: {...entry.request, postData: {_file: 'x.json'}}};
    const notes: string[] = [];
    await read('a.har', JSON.stringify({log: {entries: Array(count).fill(apart)}}), (text) =>
      notes.push(text),
    );
    expect(notes).toEqual([expect.stringContaining(told)]);
  });

  it('says which requests are in it twice, as the panel does', async () => {
    const startedDateTime = '2026-11-01T10:00:00Z';
    const seen = {...entry, startedDateTime, response: {status: 200, _fetchedViaServiceWorker: true}};
    const sent = {...entry, startedDateTime, _serviceWorkerRef: 'sw'};
    const notes: string[] = [];
    const text = JSON.stringify({log: {entries: [seen, sent]}});
    expect(await read('a.har', text, (told) => notes.push(told))).toHaveLength(1);
    expect(notes).toEqual(['a.har: 1 recorded for both a page and its service worker counted once']);
  });
});

it.each([
  [
    'a.har',
    (times: string[]) =>
      JSON.stringify(times.map((startedDateTime) => ({startedDateTime, request: {method: 'POST', url}}))),
    'entry',
  ],
  [
    'a.ndjson',
    (times: string[]) => times.map((startedAt) => JSON.stringify({url, startedAt})).join('\n'),
    'line',
  ],
])('says which times of %s have no zone, as the panel does', async (file, write, what) => {
  const [zoned, zoneless] = ['2026-11-01T10:00:00Z', '2026-11-01T10:00:00'];
  for (const [times, told] of [
    [[zoned], []],
    [[zoned, zoneless], [`${file}: ${what} 2 does not state a time zone, so its time is read as UTC`]],
    [
      [zoneless, zoned, zoneless, zoneless],
      [`${file}: ${what} 1 and 2 more do not state a time zone, so their times are read as UTC`],
    ],
  ] as const) {
    const notes: string[] = [];
    const found = await read(file, write([...times]), (text) => notes.push(text));
    expect(found.map(({startedAt}) => startedAt)).toEqual(times.map(() => Date.UTC(2026, 10, 1, 10)));
    expect(notes).toEqual(told);
  }
});

describe('a HAR log of Chrome with a redirect that was not followed', () => {
  const headers = [{name: 'User-Agent', value: 'Chrome'}];
  const toEntry = (address: string, startedAt: number, response: object) => ({
    startedDateTime: new Date(startedAt).toISOString(),
    time: 10,
    request: {method: 'POST', url: address, headers, postData: {text: '[]'}},
    response: {headers: [], ...response},
    timings: {_blocked_queueing: -1},
  });
  const next = `${url}?next`;
  const entries = [
    toEntry(url, sentAt, {status: 307, redirectURL: next}),
    toEntry(next, sentAt + 11, {status: 0, redirectURL: '', _error: 'net::ERR_ABORTED'}),
  ];

  it.each([
    ['piece by piece', 'a.har', {log: {entries}}],
    ['as a whole', 'a.har', {entries}],
    ['as text', 'a.txt', entries],
  ])('is read without what was not sent, and says so: %s', async (_, file, value) => {
    const notes: string[] = [];
    const found = await read(file, JSON.stringify(value), (told) => notes.push(told));
    expect(found).toMatchObject([{url, outcome: {status: 307}}]);
    expect(notes).toEqual([
      `${file}: 1 skipped: not sent, because the browser redirected it or did not follow a redirect`,
    ]);
  });
});

it('says that a session of the panel is no recording', async () => {
  const file = 'track-inspector.session.json';
  await expect(read(file, '{"session": 1, "records": []}')).rejects.toThrow(`${file}: this is a session`);
});

it.each([[...Buffer.from('[{"a":"'), 0xe9, ...Buffer.from('"}]')], [...Buffer.from('[{"a":"\ufffdé"}]')]])(
  'checks the bytes of a body, not its text',
  async (...sent) => {
    const bytes = Uint8Array.from(sent);
    const found = await read('body.json', bytes, undefined, url);
    expect(found).toMatchObject([{body: {kind: 'bytes', bytes}}]);
  },
);
