import {createServer as createPlainServer, type RequestListener} from 'node:http';
import {createServer as createSecureServer} from 'node:https';
import {connect} from 'node:net';
import type {Duplex} from 'node:stream';
import type {Observation} from '../observation';
import {ownCertificate} from './certificate';
import {type HandleOptions, handle} from './handle';

export interface WireOptions extends HandleOptions {
  /** Whether batches may be sent to that host: its encrypted requests are decrypted, all others are passed on unchanged. */
  isEndpoint(origin: URL): boolean;
  /** A request was sent, or its response arrived. */
  onChange(): void;
}

/** A proxy on 127.0.0.1 that captures every byte that a browser sends to an endpoint, from any page or worker. */
export interface Wire {
  url: string;
  observations: readonly Observation[];
  /** The number of batches without a response. */
  readonly open: number;
  close(): Promise<void>;
}

export async function startWire(options: WireOptions): Promise<Wire> {
  const observations: Observation[] = [];
  const tunnels = new Set<Duplex>();
  let open = 0;
  const listen =
    (toUrl: (host: string, path: string) => string): RequestListener =>
    (request, response) => {
      const url = toUrl(request.headers.host ?? '', request.url ?? '/');
      const isBatch = options.isKnown(url, request.method ?? '');
      if (isBatch) open++;
      handle(request, response, url, {
        ...options,
        take(observation) {
          observations.push(observation);
          options.onChange();
        },
      })
        .catch(() => response.destroy())
        .finally(() => {
          if (isBatch) open--;
          options.onChange();
        });
    };
  const secure = createSecureServer(
    await ownCertificate(),
    listen((host, path) => `https://${host}${path}`),
  );
  const server = createPlainServer(listen((_host, url) => url));
  server.on('connect', ({url = ''}, socket, head) => {
    tunnels.add(socket);
    socket.once('close', () => tunnels.delete(socket));
    socket.on('error', () => socket.destroy());
    const origin = new URL(`https://${url}`);
    if (!options.isEndpoint(origin)) return pass(origin, socket, head);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.unshift(head);
    secure.emit('connection', socket);
  });
  await new Promise<void>((listening, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`,
    observations,
    get open() {
      return open;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
        for (const socket of tunnels) socket.destroy();
      }),
  };
}

/** Passes a connection on unchanged. */
function pass({hostname, port}: URL, socket: Duplex, head: Buffer): void {
  const upstream = connect(Number(port || 443), hostname.replace(/^\[|\]$/g, ''), () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  upstream.on('error', () => socket.destroy());
  socket.on('close', () => upstream.destroy());
}
