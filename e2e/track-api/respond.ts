import {toRequestedBehaviour} from './behaviour';
import type {Response} from './listen';
import type {ReceivedRequest} from './received-request';

/** Lets the page of any origin read the answer. */
export function corsHeaders(received: ReceivedRequest): Record<string, string> {
  const origin = received.header('origin');
  // Beacons are sent with credentials, for which the origin must be named.
  return origin === undefined
    ? {}
    : {'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'Origin'};
}

/** Allows what is asked, unless the request that follows will ask for no CORS. */
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
 * Cuts the connection, for HTTP/2 the whole session. A line of the answer goes first: browsers send a request again
 * by themselves when a connection they had kept open closes without a byte.
 */
export function dropConnection(response: Response): void {
  if ('stream' in response) response.stream.session?.destroy();
  else response.socket?.end('HTTP/1.1 200 OK\r\n');
}

/** Sends an answer, unless the asker has gone. */
export function respond(
  response: Response,
  status: number,
  headers: Record<string, string>,
  body: string,
): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(status, {
    ...headers,
    ...(status === 204 ? {} : {'content-length': Buffer.byteLength(body)}),
  });
  response.end(body);
}
