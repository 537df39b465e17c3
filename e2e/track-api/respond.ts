import {constants} from 'node:http2';
import {toRequestedBehaviour} from './behaviour';
import type {Response} from './listen';
import type {ReceivedRequest} from './received-request';

/** Lets pages of any origin read the response. */
export function corsHeaders(received: ReceivedRequest): Record<string, string> {
  const origin = received.header('origin');
  // Beacons are sent with credentials, which requires naming the origin.
  return origin === undefined
    ? {}
    : {'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'Origin'};
}

/** Allows what the preflight asks for, unless the following request turns CORS off. */
export function answerPreflight(received: ReceivedRequest, response: Response, refused: boolean): void {
  const asked = toRequestedBehaviour(received.url, undefined);
  if (refused || asked.cors === false) {
    respond(response, 403, {}, '');
    return;
  }
  respond(
    response,
    204,
    {
      ...corsHeaders(received),
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-allow-headers': received.header('access-control-request-headers') ?? '',
      'access-control-max-age': '0',
    },
    '',
  );
}

/**
 * Closes the connection, for HTTP/2 the whole session. First sends a line of the response, since browsers
 * automatically send a request again if a kept-alive connection closes without a byte.
 */
export function dropConnection(response: Response): void {
  if ('stream' in response) response.stream.session?.destroy();
  else response.socket?.end('HTTP/1.1 200 OK\r\n');
}

/** Sends a response, unless the client has disconnected; with `halve`, half of it, and closes the connection. */
export function respond(
  response: Response,
  status: number,
  headers: Record<string, string>,
  body: string,
  {halve = false} = {},
): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(status, {
    ...headers,
    ...(status === 204 ? {} : {'content-length': Buffer.byteLength(body)}),
  });
  if (!halve) {
    response.end(body);
    return;
  }
  const half = Buffer.from(body.slice(0, body.length / 2));
  if ('stream' in response) response.write(half, 'utf8', () => cut(response));
  else response.write(half, () => cut(response));
}

function cut(response: Response): void {
  if ('stream' in response) response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else response.socket?.end();
}
