import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {createSecureServer, type Http2ServerRequest, type Http2ServerResponse} from 'node:http2';
import {createServer as createHttpsServer} from 'node:https';
import type {AddressInfo, Socket} from 'node:net';

export type Request = IncomingMessage | Http2ServerRequest;
export type Response = ServerResponse | Http2ServerResponse;
export type Handler = (request: Request, response: Response) => void;

export interface ListenOptions {
  /** 0, the default, is any free port. */
  port?: number;
  /** The loopback address to listen on; `127.0.0.1` by default. */
  host?: string;
  /** TLS with the caller's certificate; with `http2`, HTTP/2 is offered beside HTTP/1.1. */
  https?: {key: string; cert: string; http2?: boolean};
}

export interface Listener {
  port: number;
  /** Closes every connection and stops listening. */
  close(): Promise<void>;
}

/** Starts the plain, TLS or HTTP/2 server that the options ask for. */
export async function listen(handler: Handler, options: ListenOptions = {}): Promise<Listener> {
  const server = createFor(handler, options.https);
  const sockets = new Set<Socket>();
  for (const event of ['connection', 'secureConnection']) {
    server.on(event, (socket: Socket) => {
      sockets.add(socket);
      // Clients may close a connection at any time; without a listener that would end the process.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    });
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function createFor(handler: Handler, https: ListenOptions['https']) {
  if (!https) return createServer(handler);
  const {key, cert, http2} = https;
  return http2
    ? createSecureServer({key, cert, allowHTTP1: true}, handler)
    : createHttpsServer({key, cert}, handler);
}
