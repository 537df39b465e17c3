import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {type AddressInfo, createServer, type Server, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {CapturedRequest} from '../../src/domain/capture/captured-request';
import {toCurl} from '../../src/domain/export/curl';
import {toFetchCode} from '../../src/domain/export/fetch-code';
import {toFieldValue} from '../../src/domain/export/safe-parts';
import {hostileRequests} from '../../src/domain/testing/hostile-request';
import {findExecutable} from '../setup/find-executable.mjs';

// Copies requests with hostile content and runs them in the real bash, dash and Node, and in zsh and fish if
// installed: the content must arrive as bytes and must not be executed. Uses its own server, since Node's rejects the
// header values under test.

interface Received {
  method: string;
  headers: Map<string, Buffer>;
  body: Buffer;
}

let server: Server;
let folder: string;
let base: string;
let received: Received[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-exports-'));
  server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/track`;
});

afterAll(async () => {
  server.close();
  await rm(folder, {recursive: true});
});

function answer(socket: Socket): void {
  let seen = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    seen = Buffer.concat([seen, chunk]);
    const end = seen.indexOf('\r\n\r\n');
    if (end < 0) return;
    const [first, ...lines] = seen.subarray(0, end).toString('latin1').split('\r\n');
    const headers = new Map(lines.map((line) => toHeader(line)));
    const length = Number(headers.get('content-length')?.toString() ?? 0);
    const body = seen.subarray(end + 4);
    if (body.length < length) return;
    received.push({method: first?.split(' ')[0] ?? '', headers, body});
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
}

function toHeader(line: string): [string, Buffer] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), Buffer.from(trim(line.slice(colon + 1)), 'latin1')];
}

const trim = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, '');

async function run(program: string, name: string, text: string): Promise<void> {
  const script = join(folder, name);
  await writeFile(script, text);
  const child = spawn(program, [script], {cwd: folder, env: {...process.env, http_proxy: '', no_proxy: '*'}});
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.stdout.resume();
  const [code] = (await once(child, 'close')) as [number];
  await rm(script);
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${complaint.slice(0, 2000)}`);
}

const count = process.env.TEST_LONG ? 400 : 30;
const batches = (numRuns: number) => ({
  requests: fc.array(hostileRequests('URL'), {minLength: count, maxLength: count}),
  options: {numRuns, endOnFailure: true},
});

/** The request as it is sent to this test's server. */
function aim(request: CapturedRequest): CapturedRequest {
  return {...request, url: request.url.replace('URL', base)};
}

const bytesOf = (request: CapturedRequest) =>
  request.body.kind === 'bytes' ? Buffer.from(request.body.bytes) : Buffer.alloc(0);

async function expectNothingRan(): Promise<void> {
  expect(await readdir(folder)).toEqual([]);
}

/** Header names that are sent once, and that neither the client nor the protocol adds automatically. */
function comparable({headers}: CapturedRequest): {name: string; value: string}[] {
  const list = headers.state === 'known' ? headers.list : [];
  const names = list.map(({name}) => name.toLowerCase());
  return list.flatMap(({name, value}) => {
    const isOnce = names.filter((each) => each === name.toLowerCase()).length === 1;
    return isOnce && /^x-[\w'`$|~-]+$/i.test(name) && value !== null
      ? [{name, value: toFieldValue(value)}]
      : [];
  });
}

const shells = [
  'bash',
  'dash',
  ...['zsh', 'fish'].filter((name) => findExecutable({names: [name]}) !== null),
];

it.each(shells)(
  'cURL: %s runs nothing of it and sends every byte',
  async (shell) => {
    const {requests, options} = batches(2);
    await fc.assert(
      fc.asyncProperty(requests, async (list) => {
        received = [];
        const aimed = list.map(aim);
        const commands = aimed.map((request) => toCurl(request, {secrets: new Map()}));
        await run(shell, 'command.sh', `${shell === 'fish' ? '' : 'set -e\n'}${commands.join('\n')}\n`);
        await expectNothingRan();
        expect(received).toHaveLength(aimed.length);
        for (const [index, request] of aimed.entries()) {
          const got = received[index];
          expect(got?.body.equals(bytesOf(request)), commands[index]).toBe(true);
          for (const {name, value} of comparable(request)) {
            // curl cannot send it otherwise, and a comment says so.
            const expected = /^[\t\v\f ]*$/.test(value) ? '' : value;
            expect(got?.headers.get(name.toLowerCase())?.toString(), commands[index]).toBe(expected);
          }
        }
      }),
      options,
    );
  },
  300_000,
);

it('fetch: Node runs nothing of it and sends every byte', async () => {
  const {requests, options} = batches(2);
  await fc.assert(
    fc.asyncProperty(requests, async (list) => {
      received = [];
      // Node rejects control characters in a header that browsers send, and unknown methods.
      const aimed = list
        .map(aim)
        .map((request) => ({...request, method: 'POST'}))
        .filter(
          ({headers}) =>
            headers.state !== 'known' ||
            headers.list.every(({value}) => !/[^\P{Cc}\t\r\n]/u.test(value ?? '')),
        );
      const codes = aimed.map((request) => toFetchCode(request, {secrets: new Map()}));
      await run('node', 'code.mjs', codes.join('\n'));
      await expectNothingRan();
      expect(received).toHaveLength(aimed.length);
      for (const [index, request] of aimed.entries()) {
        expect(received[index]?.body.equals(bytesOf(request)), codes[index]).toBe(true);
        for (const {name, value} of comparable(request)) {
          expect(received[index]?.headers.get(name.toLowerCase())?.toString(), codes[index]).toBe(value);
        }
      }
    }),
    options,
  );
}, 300_000);
