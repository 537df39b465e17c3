import {execFile} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {longOption, shortOption} from '../../src/domain/edit/paste/curl/curl-options';
import {readPasted} from '../../src/domain/edit/paste/paste';
import type {PastedRequest} from '../../src/domain/edit/paste/pasted-request';
import {type CurlSample, curlSamples} from '../../src/domain/testing/curl-commands';

// Not next to read-curl.ts: sources are compiled without Node's types, and this test starts bash, curl and a server.

const run = promisify(execFile);

interface Sent {
  method: string;
  path: string;
  headers: string[];
  body: string;
}

let server: Server;
let folder: string;
let origin: string;
let received: Sent[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-curl-'));
  server = createServer((request, response) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', () => {
      const pairs: [string, string][] = [];
      for (let at = 0; at < request.rawHeaders.length; at += 2)
        pairs.push([request.rawHeaders[at] ?? '', request.rawHeaders[at + 1] ?? '']);
      received.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: toComparable(pairs),
        body: Buffer.concat(chunks).toString('latin1'),
      });
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(folder, {recursive: true});
});

/** Headers that curl adds automatically, and a browser in its own way. */
const ownHeaders = /^(?:host|accept-encoding|content-length|connection|expect|transfer-encoding)$/i;

/** Headers by name and value (one character per byte), sorted by name. */
function toComparable(headers: readonly (readonly [string, string])[]): string[] {
  return headers
    .filter(([name]) => !ownHeaders.test(name))
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .filter((line) => line !== 'accept: */*' && !line.startsWith('user-agent: curl/'))
    .toSorted();
}

/** The request that bash and curl really send, in an empty folder, without this machine's settings. */
async function send(command: string): Promise<Sent[]> {
  received = [];
  const script = join(folder, 'command.sh');
  await writeFile(script, `cd "$(dirname "$0")"\n${toLocal(command)}\n`);
  const env = {PATH: process.env.PATH ?? '', HOME: folder, LC_ALL: 'C.UTF-8', no_proxy: '*'};
  await run('bash', [script], {env, timeout: 20_000});
  return received;
}

function toLocal(command: string): string {
  return command.replaceAll('https://', 'http://').replaceAll('h.test', origin);
}

function read(command: string): readonly PastedRequest[] {
  const result = readPasted(command);
  if (!result.ok) throw new Error(result.reason);
  expect(result.kind).toBe('curl');
  return result.requests;
}

/** The request, together with the credentials that were removed from it. */
function toSent({method, url, headers, credentials, body}: PastedRequest): Sent {
  const {pathname, search} = new URL(url ?? '');
  const secrets = credentials.filter(({place}) => place === 'header');
  const query = credentials.filter(({place}) => place === 'query').map(({name, value}) => `${name}=${value}`);
  return {
    method,
    path: pathname + [search, ...query].join(''),
    headers: toComparable([...headers, ...secrets].map(({name, value}) => [name, value])),
    body: Buffer.from(body ?? []).toString('latin1'),
  };
}

describe('a command that is pasted, and what bash and curl make of it', () => {
  const isCompared = ({note, isSame}: CurlSample) => note === undefined || isSame === true;
  it.each(curlSamples.filter(isCompared))('$what', async ({command, note}) => {
    const requests = read(toLocal(command));
    expect(requests.map(toSent)).toEqual(await send(command));
    const notes = requests.flatMap((request) => request.notes).join('\n');
    if (note === undefined) expect(notes).toBe('');
    else expect(notes).toContain(note);
  });

  it.each(curlSamples.filter((sample) => !isCompared(sample)))(
    '$what: a note says what is not read as they read it',
    ({command, note}) => {
      expect(
        read(command)
          .flatMap(({notes}) => notes)
          .join('\n'),
      ).toContain(note);
    },
  );
});

describe('the table of curl’s options', () => {
  it('has every option that the installed curl tells of, with a value where it takes one', async () => {
    const {stdout} = await run('curl', ['--help', 'all']);
    const lines = [...stdout.matchAll(/^ *(?:-(.), )?\s*--([a-z0-9.-]+)(.*)$/gm)];
    expect(lines.length).toBeGreaterThan(200);
    for (const [line, letter, name = '', rest = ''] of lines) {
      const takes = /^ [<[]/.test(rest);
      expect({line, option: longOption(name)}).toEqual({line, option: {name, takes}});
      if (letter !== undefined)
        expect({line, option: shortOption(letter)}).toEqual({line, option: {name, takes}});
    }
  });
});
