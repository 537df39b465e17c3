import {spawnSync} from 'node:child_process';
import {closeSync, openSync, rmSync, statSync, writeFileSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {installPacked, type Packed} from './install-packed';

const MB = 1024 * 1024;
const event = {
  event_name: 'feature_used',
  user_id: 'u-1',
  timestamp: '2026-11-01T10:00:00.000Z',
  properties: {feature_name: 'export', note: 'ü'.repeat(300)},
  context: {group_id: 'g-1'},
};
const headers = [
  {name: 'content-type', value: 'application/json'},
  {name: 'x-api-key', value: 'k'},
];

let packed: Packed;
beforeAll(async () => {
  packed = await installPacked();
}, 600_000);
afterAll(() => rmSync(packed.folder, {recursive: true, force: true}));

const entry = (url: string, body: string, answer: string) =>
  JSON.stringify({
    startedDateTime: '2026-11-01T10:00:00.000Z',
    time: 5,
    request: {method: 'POST', url, headers, postData: {mimeType: 'application/json', text: body}},
    response: {status: 200, statusText: 'OK', headers: [], content: {size: answer.length, text: answer}},
  });
const track = (events: number) =>
  entry('https://api.app.thrivestack.ai/api/track', JSON.stringify(Array(events).fill(event)), '{}');
const foreign = entry('https://app.example/main.js', '{}', 'const x = "\\u00fc";\n'.repeat(20_000));

/** Writes a HAR file that repeats these entries until it has this number of bytes. */
function writeHar(name: string, entries: readonly string[], size: number): string {
  const file = openSync(join(packed.folder, name), 'w');
  let written = writeSync(file, '{"log": {"version": "1.2", "pages": [], "entries": [');
  for (let index = 0; written < size; index++) {
    written += writeSync(file, `${index === 0 ? '' : ','}${entries[index % entries.length]}`);
  }
  writeSync(file, ']}}');
  closeSync(file);
  expect(statSync(join(packed.folder, name)).size).toBeGreaterThanOrEqual(size);
  return name;
}

/** Runs the command line: its peak memory in MB, and its processor time in milliseconds. */
function measure(args: readonly string[]) {
  writeFileSync(
    join(packed.folder, 'peak.mjs'),
    `process.on('exit', () => {
      const {maxRSS, userCPUTime, systemCPUTime} = process.resourceUsage();
      process.stderr.write('peak ' + maxRSS + ' work ' + (userCPUTime + systemCPUTime) + '\\n');
    });`,
  );
  const bin = join(packed.folder, 'node_modules/track-inspector/dist/track-inspector.js');
  const {status, stderr, stdout} = spawnSync(process.execPath, ['--import', './peak.mjs', bin, ...args], {
    cwd: packed.folder,
    encoding: 'utf8',
    maxBuffer: 256 * MB,
  });
  const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
  return {status, peak, milliseconds: Number(/work (\d+)/.exec(stderr)?.[1]) / 1000, out: stdout};
}

describe.runIf(process.env.TEST_LONG === '1')('a HAR of 200 MB', () => {
  it.each<[string, string[]]>([
    ['of answers of other servers', [foreign, track(10), foreign]],
    ['of analytics batches', [track(10)]],
  ])(
    '%s is judged in less than 512 MB',
    (_name, entries) => {
      const file = writeHar('large.har', entries, 200 * MB);
      const {status, peak, milliseconds, out} = measure(['check', file]);
      process.stderr.write(`200 MB ${_name}: ${Math.round(peak)} MB, ${Math.round(milliseconds)} ms\n`);
      expect(out).toMatch(/\d+ requests? with \d+ events?: /);
      expect(status).toBeLessThan(2);
      expect(peak).toBeGreaterThan(30);
      expect(peak).toBeLessThan(512);
    },
    900_000,
  );
});

describe.runIf(process.env.TEST_LONG === '1')('a HAR of 1 MB', () => {
  it('has its verdict in less than half a second of the processor, from its start', () => {
    const file = writeHar('small.har', [foreign, track(10)], MB);
    // Wall-clock time would include other programs on this machine.
    const times = Array.from({length: 5}, () => measure(['check', file]).milliseconds);
    process.stderr.write(`1 MB: ${times.map((time) => Math.round(time)).join(', ')} ms\n`);
    expect(Math.min(...times)).toBeLessThan(500);
  });
});
