import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {deflateSync, gzipSync} from 'node:zlib';
import {afterAll, expect, it} from 'vitest';
import {readFiles} from '../../packages/cli/src/read-files';
import type {CapturedRequest} from '../../src/domain/capture/captured-request';
import {defaultSettings} from '../../src/domain/settings';
import {readHarFile} from '../../src/panel/store/read-har-file';
import {openRecordedFile, readRecordedFile} from '../../src/panel/store/read-recorded-file';

const folder = mkdtempSync(join(tmpdir(), 'track-inspector-reading-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const settings = defaultSettings;
const createId = () => {
  let count = 0;
  return () => `request-${++count}`;
};

async function readInPanel(name: string): Promise<readonly CapturedRequest[]> {
  const file = new File([readFileSync(join(folder, name))], name);
  const context = {settings, tabId: 0, newId: createId()};
  const steps = {onProgress: () => Promise.resolve()};
  const recorded = await openRecordedFile(file);
  const read =
    recorded === null
      ? await readHarFile(file, context, steps)
      : await readRecordedFile(recorded, context, steps);
  return read.requests;
}

async function readOnCommandLine(name: string): Promise<CapturedRequest[]> {
  const io = {
    folder,
    version: '1',
    colour: false,
    out: () => undefined,
    err: () => undefined,
    progress: () => undefined,
    stdin: process.stdin,
    onSignal: () => undefined,
  };
  const found: CapturedRequest[] = [];
  for await (const {request} of readFiles([name], {settings, url: undefined, io})) found.push(request);
  return found;
}

const url = 'https://api.app.thrivestack.ai/api/track';
const body = JSON.stringify([{event_name: 'odd \u2028 \u{1f600}', user_id: 'u-1', properties: {plan: 'é'}}]);
const headers = {'content-type': 'application/json', 'x-api-key': 'key'};
const line = (parts: object = {}) => JSON.stringify({url, headers, body, ...parts});
const lines = [
  line(),
  '',
  line({url: 'https://app.example.test/login'}),
  line({startedAt: '2026-11-01T10:00:00Z', response: {status: 400, body: '{}'}}),
  line({url: `${url}?api_key=live&${'k=v&'.repeat(40_000)}`}),
  line({body: 'AP8=', bodyEncoding: 'base64', method: 'post'}),
  line({body: null, headers: null}),
  line({startedAt: '2026-11-01T09:00:00Z'}),
].join('\n');
const entry = (parts: object = {}) => ({
  startedDateTime: '2026-11-01T10:00:00.100Z',
  time: 12,
  request: {
    method: 'POST',
    url,
    headers: Object.entries(headers).map(([name, value]) => ({name, value})),
    postData: {mimeType: 'application/json', text: body},
    ...parts,
  },
  response: {status: 200, statusText: 'OK', headers: [], content: {text: '{"success":true}'}},
});
const entries = [
  entry(),
  entry({method: 'OPTIONS', postData: undefined}),
  entry({url: `${url}?api_key=live`}),
  entry({url: '/api/track'}),
  null,
  entry({postData: {text: Buffer.from(body).toString('base64'), encoding: 'base64'}}),
  entry({postData: undefined, bodySize: 20}),
  {...entry(), startedDateTime: '2026-11-01T09:00:00Z'},
];
const log = {log: {version: '1.2', pages: null, entries}};
const har = JSON.stringify(log);
const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

const producers = join(import.meta.dirname, '../../src/domain/har/producers');
const files: [name: string, contents: string | Uint8Array][] = [
  ...readdirSync(producers).map((name): [string, Uint8Array] => [name, readFileSync(join(producers, name))]),
  ['a.ndjson', lines],
  ['a.txt', lines],
  ['windows.ndjson', `\ufeff${lines.replaceAll('\n', '\r\n')}\r\n`],
  ['wide.ndjson', wide(lines)],
  ['a.ndjson.gz', gzipSync(lines)],
  ['a.gz', gzipSync(lines)],
  ['zlib.ndjson', deflateSync(lines)],
  ['wide.ndjson.gz', gzipSync(wide(lines))],
  ['a.har', har],
  ['a.json', har],
  ['windows.har', `\ufeff${JSON.stringify(log, null, 2).replaceAll('\n', '\r\n')}`],
  ['wide.har', wide(har)],
  ['a.har.gz', gzipSync(har)],
  ['a.zhar', deflateSync(har)],
  ['packed.har', gzipSync(har)],
  ['comment.har', JSON.stringify({comment: 'first', ...log})],
  ['inside.har', JSON.stringify({entries: [entry(), entry()]})],
  ['entries.json', JSON.stringify([entry(), entry()])],
  ['entry.har', JSON.stringify(entry())],
  ['python.har', har.replace('"time":12', '"time":NaN')],
];

it.each(files)('%s is read by the command line as by the panel', async (name, contents) => {
  writeFileSync(join(folder, name), contents);
  const found = await readOnCommandLine(name);
  expect(found.length).toBeGreaterThan(0);
  expect(found).toEqual(await readInPanel(name));
});

it.each<[string, string | Uint8Array]>([
  ['cut.har', har.slice(0, -200)],
  ['empty.har', ''],
  ['none.har', '{"log": {}}'],
  ['cut.ndjson.gz', gzipSync(lines).subarray(0, 60)],
  ['cut.har.gz', gzipSync(har).subarray(0, 60)],
])('%s is refused by both', async (name, contents) => {
  writeFileSync(join(folder, name), contents);
  await expect(readOnCommandLine(name)).rejects.toThrow(name);
  await expect(readInPanel(name)).rejects.toThrow('This');
});

it.each(['America/New_York', 'Asia/Kolkata'])(
  'a time without a zone is the same for a reader in %s',
  (zone) => {
    const times = [
      '2026-11-01T10:00:00',
      '2026-11-01 10:00:00.000',
      'Sun, 01 Nov 2026 10:00:00',
      '2026-11-01T10:00Z',
    ];
    const module = join(import.meta.dirname, '../../src/domain/har/har-log.ts');
    const script = `
      const {toInstant} = await import(${JSON.stringify(module)});
      console.log(JSON.stringify(${JSON.stringify(times)}.map(toInstant)));
    `;
    // A thread cannot have a time zone of its own.
    const output = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script],
      {env: {...process.env, TZ: zone}, encoding: 'utf8'},
    );
    expect(JSON.parse(output)).toEqual(times.map(() => Date.UTC(2026, 10, 1, 10)));
  },
);
