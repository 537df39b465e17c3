import {type IncomingMessage, request as requestPlain, type ServerResponse} from 'node:http';
import {request as requestSecure} from 'node:https';
import {buffer} from 'node:stream/consumers';
import {finished} from 'node:stream/promises';
import type {Observation} from '../observation';

/** The response in place of the server's, so that nothing is delivered. */
export interface StandIn {
  status: number;
  body: string;
}

export interface HandleOptions {
  /** Whether a request carries a batch. */
  isKnown(url: string, method: string): boolean;
  /** Null: batches are sent on to the server. */
  standIn: StandIn | null;
  /** Whether the certificates of servers are verified. */
  isStrict(): boolean;
}

interface Handling extends HandleOptions {
  take(observation: Observation): void;
}

/** Records a request if it contains a batch, and sends it on or responds to it. Rejects if the connection broke. */
export async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
  {isKnown, standIn, isStrict, take}: Handling,
): Promise<void> {
  const {method = 'GET', headers} = request;
  const asked = headers['access-control-request-method'];
  const isBatch = isKnown(url, method);
  if (standIn !== null && method === 'OPTIONS' && asked !== undefined && isKnown(url, asked)) {
    response.writeHead(204, {...toCors(request), 'access-control-allow-methods': asked}).end();
    return;
  }
  if (!isBatch) {
    await send(request, response, url, {body: null, isStrict: isStrict()});
    return;
  }
  const startedAt = Date.now();
  const body = await buffer(request);
  const observation: Observation = {
    startedAt,
    method,
    url,
    headers: toRecord(headers),
    body,
    response: null,
  };
  take(observation);
  if (standIn === null) {
    observation.response = await send(request, response, url, {body, isStrict: isStrict()});
    return;
  }
  const answer = {...toCors(request), 'content-type': 'application/json'};
  response.writeHead(standIn.status, answer).end(standIn.body);
  observation.response = {
    status: standIn.status,
    statusText: response.statusMessage,
    headers: answer,
    body: Buffer.from(standIn.body),
  };
}

/** Headers between a browser and its proxy, which must not reach the server. */
const HOP = /^(?:proxy-connection|proxy-authorization)$/i;

/** Resolves when the whole response was passed on; to the response if `body` is a batch. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
  {body, isStrict}: {body: Buffer | null; isStrict: boolean},
): Promise<Observation['response']> {
  const {hostname, port, protocol, pathname, search} = new URL(url);
  const {rawHeaders, method} = request;
  const pairs = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && !HOP.test(name) ? [name, rawHeaders[index + 1] ?? ''] : [],
  );
  const options = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port,
    method,
    path: `${pathname}${search}`,
    headers: pairs,
    rejectUnauthorized: isStrict,
  };
  return new Promise((resolve, reject) => {
    const onward = protocol === 'https:' ? requestSecure(options) : requestPlain(options);
    onward.on('error', reject);
    response.on('close', () => onward.destroy());
    onward.on('response', (answer) => {
      answer.on('error', reject);
      const {statusCode = 502, statusMessage = ''} = answer;
      response.writeHead(statusCode, statusMessage, answer.rawHeaders);
      answer.pipe(response);
      const told = {status: statusCode, statusText: statusMessage, headers: toRecord(answer.headers)};
      const isText = body !== null && answer.headers['content-encoding'] === undefined;
      const read = isText ? buffer(answer) : finished(answer).then(() => null);
      read.then((bytes) => resolve({...told, body: bytes}), reject);
    });
    if (body === null) request.pipe(onward);
    else onward.end(body);
  });
}

function toRecord(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

/** Lets the page of any origin read the response; beacons are sent with credentials, which requires naming the origin. */
function toCors({headers}: IncomingMessage): Record<string, string> {
  const {origin} = headers;
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    vary: 'Origin',
  };
}
