import {gzipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {toBase64} from '../bytes/to-base64';
import {inspectRequest} from '../inspect-request';
import {defaultSettings} from '../settings';
import {importHarFile} from './import-har';
import {HarLogError} from './open-har-file';

const track = 'https://api.app.thrivestack.ai/api/track';
const encode = (text: string) => new TextEncoder().encode(text);
const toLog = (...entries: string[]) => encode(`{"log":{"entries":[${entries.join(',')}]}}`);

function toEntry(request: Record<string, unknown>): string {
  return JSON.stringify({
    startedDateTime: '2026-11-01T10:00:00Z',
    request: {method: 'POST', url: track, headers: [], ...request},
    response: {status: 200},
  });
}

function read(file: Uint8Array) {
  let count = 0;
  const newId = () => {
    count += 1;
    return `i${count}`;
  };
  return importHarFile(file, {settings: defaultSettings, tabId: 7, newId});
}

const honest = toEntry({postData: {mimeType: 'application/json', text: '[{"event_name":"honest"}]'}});

/** Files that would cost a naive reader memory, time or the rest of the file. */
const hostile: [string, string][] = [
  [
    'a body that swells 1,000-fold',
    toEntry({
      headers: [{name: 'Content-Encoding', value: 'gzip'}],
      postData: {
        mimeType: 'application/json',
        encoding: 'base64',
        text: toBase64(new Uint8Array(gzipSync(new Uint8Array(40_000_000).fill(91)))),
      },
    }),
  ],
  ['a body nested 100,000 deep', toEntry({postData: {text: '['.repeat(100_000)}})],
  ['an address of 400,000 parameters', toEntry({url: `${track}?${'k=v&'.repeat(400_000)}`})],
  ['an address of 20,000 credentials', toEntry({url: `${track}?${'token=abcdefgh&'.repeat(20_000)}`})],
  ['100,000 headers', toEntry({headers: Array.from({length: 100_000}, () => ({name: 'a', value: 'b'}))})],
  ['a time that is none', honest.replace('2026-11-01T10:00:00Z', '+275760-09-13T00:00:00.001Z')],
];

describe('a hostile entry', () => {
  it.each(hostile)('with %s costs itself only', (_, entry) => {
    const started = performance.now();
    const {requests} = read(toLog(honest, entry, honest));
    const verdicts = requests.map((request) => inspectRequest(request));
    expect(verdicts.filter(({events}) => events[0]?.name === 'honest').length).toBeGreaterThanOrEqual(2);
    expect(requests.every(({url}) => url.length <= 65_536 + 1_000 * 16)).toBe(true);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

describe('a hostile file', () => {
  it('of 100,000 entries that are none has each of them told, and the honest ones read', () => {
    const {requests, faults} = read(toLog(honest, ...Array.from({length: 100_000}, () => '{}'), honest));
    expect(requests).toHaveLength(2);
    expect(faults).toHaveLength(100_000);
  });

  it.each([
    ['nested 100,000 deep', encode(`{"log":{"entries":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`)],
    ['that is cut', toLog(honest).slice(0, -5)],
    ['of nothing', new Uint8Array()],
    ['of random bytes', Uint8Array.from({length: 10_000}, (_, index) => (index * 7_919) % 251)],
  ])('%s is refused in words, or read without what is wrong', (_, file) => {
    let requests: unknown[] = [];
    try {
      ({requests} = read(file));
    } catch (error) {
      expect(error).toBeInstanceOf(HarLogError);
    }
    expect(requests).toEqual([]);
  });
});
