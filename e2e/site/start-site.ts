import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname} from 'node:path';
import {fileURLToPath} from 'node:url';

export interface SiteOptions {
  /** Origin of the Track API to send to; a page's `?api=` overrides it for the visit. */
  apiUrl: string;
  /** 0, the default, is any free port. */
  port?: number;
}

export interface Site {
  /** `http://127.0.0.1:41235`. The frame of another origin lives under `localhost` at the same port. */
  url: string;
  close(): Promise<void>;
}

const folder = new URL('./public/', import.meta.url);

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Serves Acme Workspace, the small app that demo and tests use. `?csp=…` sends that Content-Security-Policy with the
 * page; `/proxied/…` is the same app in the scope of its proxying service worker.
 */
export async function startSite(options: SiteOptions): Promise<Site> {
  const server = createServer((request, response) => {
    serve(request, response, options.apiUrl).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const {port} = server.address() as AddressInfo;
  return {url: `http://127.0.0.1:${port}`, close: () => close(server)};
}

async function serve(request: IncomingMessage, response: ServerResponse, apiUrl: string): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://site');
  const path = url.pathname.replace(/^\/proxied\//, '/');
  const csp = url.searchParams.get('csp');
  const headers = {'cache-control': 'no-store', ...(csp ? {'content-security-policy': csp} : {})};
  const file =
    path === '/config.js' ? toConfig(apiUrl) : await readPublic(path === '/' ? '/index.html' : path);
  if (file === null) {
    response.writeHead(404, {...headers, 'content-type': 'text/plain'}).end('No such page.');
    return;
  }
  response.writeHead(200, {...headers, 'content-type': contentTypes[extname(path) || '.html']}).end(file);
}

function toConfig(apiUrl: string): string {
  return `export const servedApi = ${JSON.stringify(apiUrl)};\n`;
}

/** A file of the public folder; its files have simple names, so all other paths are rejected. */
async function readPublic(path: string): Promise<Buffer | null> {
  if (!/^\/[a-z-]+\.[a-z]+$/.test(path)) return null;
  try {
    return await readFile(fileURLToPath(new URL(path.slice(1), folder)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
