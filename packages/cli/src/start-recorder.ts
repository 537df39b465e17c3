import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {buffer} from 'node:stream/consumers';
import {toRecordedLine} from './recorded-line';

export interface RecorderOptions {
  /** The response to a batch. */
  status: number;
  answer: string;
  /** A recorded request as a line of NDJSON. */
  take(line: string): void;
}

export interface Recorder {
  url: string;
  /** Receives what is already being sent, but does not wait long for it. */
  close(): Promise<void>;
}

/**
 * In milliseconds. Browsers also open connections in advance, which Node takes for ones with a request until its own
 * timeout, a minute later.
 */
const GRACE = 1_000;

/** A server, on 127.0.0.1 only, that receives what pages post and lets pages of any origin read the response. */
export async function startRecorder(port: number, options: RecorderOptions): Promise<Recorder> {
  const server = createServer((request, response) => {
    handle(request, response, options).catch(() => response.destroy());
  });
  await new Promise<void>((listening, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', listening);
  });
  const address = server.address();
  const used = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${used}`,
    close: () =>
      new Promise((done) => {
        const timer = setTimeout(() => server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(timer);
          done();
        });
        server.closeIdleConnections();
      }),
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  {status, answer, take}: RecorderOptions,
): Promise<void> {
  const cors = toCorsHeaders(request);
  if (request.method === 'OPTIONS') {
    response.writeHead(204, {
      ...cors,
      'access-control-allow-methods': 'GET, POST, PUT, OPTIONS',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
      // Chromium asks for permission before a public page may access a local server.
      'access-control-allow-private-network': 'true',
    });
    response.end();
    return;
  }
  const startedAt = new Date();
  const body = await buffer(request);
  take(
    toRecordedLine({
      method: request.method ?? 'GET',
      url: toAddress(request),
      headers: request.rawHeaders,
      body,
      startedAt,
      status,
      answer,
    }),
  );
  const type = answer.startsWith('{') || answer.startsWith('[') ? 'application/json' : 'text/plain';
  response.writeHead(status, {...cors, ...(status === 204 || status === 304 ? {} : {'content-type': type})});
  response.end(status === 204 || status === 304 ? undefined : answer);
}

/** A client that has the recorder as its proxy sends the whole address. */
function toAddress({url = '/', headers: {host = '127.0.0.1'}}: IncomingMessage): string {
  return url.startsWith('/') ? `http://${host}${url}` : url;
}

/** Beacons are sent with credentials, which requires naming the origin. */
function toCorsHeaders({headers}: IncomingMessage): Record<string, string> {
  const {origin} = headers;
  return origin === undefined
    ? {}
    : {'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'Origin'};
}
