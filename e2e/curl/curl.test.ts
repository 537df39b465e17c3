import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer, type IncomingHttpHeaders, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {CapturedHeader} from '../../src/domain/capture/captured-request';
import {toCurl} from '../../src/domain/export/curl';
import {buildCaptured} from '../../src/domain/replay/build-captured';

// Not next to curl.ts: sources are compiled without Node's types, and this test starts a shell and a server.

interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Uint8Array;
}

let server: Server;
let folder: string;
let base: string;
let received: Received[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curl-test-'));
  server = createServer((request, response) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', () => {
      const {method = '', url: path = '', headers} = request;
      received.push({method, path, headers, body: new Uint8Array(Buffer.concat(chunks))});
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(folder, {recursive: true});
});

/** Runs the text as a script of the system's shell, as a user would who saved it. */
async function run(command: string): Promise<Received> {
  received = [];
  const script = join(folder, 'command.sh');
  await writeFile(script, command);
  const shell = spawn('sh', [script], {env: {...process.env, http_proxy: '', no_proxy: '*'}});
  let complaint = '';
  shell.stderr.on('data', (chunk: Uint8Array) => (complaint += Buffer.from(chunk).toString()));
  const [code] = (await once(shell, 'close')) as [number];
  if (code === 127) throw new Error('This test needs curl on the PATH (on Debian: apt-get install curl).');
  const [request] = received;
  if (code !== 0 || request === undefined) throw new Error(`curl ended with ${code}: ${complaint}`);
  return request;
}

const encode = (text: string) => new TextEncoder().encode(text);
const allBytes = Uint8Array.from({length: 256}, (_, index) => index);
const million = encode(`["${'ü\'$`\\"\n% '.repeat(100_000)}"]`);

describe('toCurl, run by the system’s own shell and curl', () => {
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['the quotes of every kind', encode(`["it's", 'a "b" \`c\`', "'", "''", "'\\''"]`)],
    ['newlines', encode('[\n\n1\n]\n\n')],
    ['carriage returns and tabs', encode('[\r\n\t1\r]')],
    [
      'dollars, backslashes and percent signs',
      encode('$HOME $(id) $' + '{x} \\ \\n \\\\ %s %% !! ~ * ? [a-z] #'),
    ],
    ['a first @, which curl would take for a file', encode('@/etc/hostname')],
    ['Unicode', encode('["ü漢字🙂\u0301\u202e\uFEFF\u2028", "\\ud800"]')],
    ['a byte order mark', encode('\uFEFF[]')],
    ['a big integer and a duplicate key', encode('[{"a":12345678901234567890,"a":1e400}]')],
    ['every byte there is, NUL included', allBytes],
    ['1 MB of text', million],
    ['1 MB of bytes', new Uint8Array(1_000_000).map((_, index) => (index * 7919) % 251)],
    ['what is just too long for an argument', encode('x'.repeat(100_001))],
    ['something that looks like an option', encode('--help')],
  ])(
    'sends %s byte for byte',
    async (_, body) => {
      const got = await run(toCurl(buildCaptured({url: `${base}/api/track`, body})));
      expect(got.method).toBe('POST');
      expect(Buffer.compare(got.body, body)).toBe(0);
    },
    30_000,
  );

  it('sends any text byte for byte', async () => {
    const anyText = fc.string({unit: 'binary', minLength: 1, maxLength: 200});
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const body = encode(text);
        const got = await run(toCurl(buildCaptured({url: base, body})));
        expect(Buffer.compare(got.body, body)).toBe(0);
      }),
      {numRuns: 25},
    );
  }, 60_000);

  it('sends method, address and headers as captured, and none of its own type', async () => {
    const headers: CapturedHeader[] = [
      {name: 'X-Quote', value: `it's $HOME "x"`},
      {name: 'X-Empty', value: ''},
      {name: 'Content-Length', value: '9999'},
      {name: ':authority', value: 'elsewhere'},
      {name: 'x-api-key', value: null, secret: 'secret-1'},
    ];
    const request = buildCaptured({
      url: `${base}/a/[1-3]/{b,c}?q='&$x=1#part`,
      method: 'put',
      headers,
      body: '{}',
    });
    const got = await run(toCurl(request, {secrets: new Map([['secret-1', "k'ey"]])}));
    expect(got).toMatchObject({
      method: 'PUT',
      path: "/a/[1-3]/{b,c}?q='&$x=1",
      headers: {'x-quote': `it's $HOME "x"`, 'x-empty': '', 'x-api-key': "k'ey", 'content-length': '2'},
    });
    expect(got.headers['content-type']).toBeUndefined();
  });

  it('sends a request without a body', async () => {
    const got = await run(toCurl(buildCaptured({url: base, method: 'GET', body: {kind: 'none'}})));
    expect(got).toMatchObject({method: 'GET', body: new Uint8Array(0)});
  });
});
