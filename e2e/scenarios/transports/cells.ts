import type {Browser} from '../../setup/browser-driver';

/**
 * One cell of the transport table: a way to send, and the log's expected record of it, one line per row. `exact`: its
 * bytes are the server's, by SHA-256; `missing (reason)` and similar: bytes that no API of the browser provides.
 */
export interface Cell {
  /** The name in site/public/transports.js. */
  way: string;
  /** Distinguishes it from other cells of the same way. */
  name?: string;
  /** What it requests from the server, besides its name; see track-api/behaviour.ts. */
  query?: Readonly<Record<string, string>>;
  rows: Rows | Readonly<Record<Browser['name'], Rows>>;
}

type Rows = readonly string[];

const page = ['exact · page · 200'];

/** Sent by a page that stays open, to a server that responds. */
export const pageCells: readonly Cell[] = [
  {way: 'fetch-string', rows: page},
  {way: 'fetch-large', rows: ['exact · page · 400']},
  {way: 'fetch-blob', rows: page},
  {way: 'fetch-file-in-memory', rows: page},
  {way: 'fetch-stored-file', rows: page},
  {way: 'fetch-array-buffer', rows: ['exact · page · 400']},
  {way: 'fetch-typed-array', rows: ['exact · page · 400']},
  {way: 'fetch-url-search-params', rows: ['exact · page · 400']},
  {
    way: 'fetch-large-url-search-params',
    rows: {chromium: ['exact · page · 400'], firefox: ['cut (cut) · page · 400']},
  },
  {way: 'fetch-form-data', rows: ['exact · page · 400']},
  {way: 'fetch-form-data-blob', rows: ['exact · page · 400']},
  {way: 'fetch-form-data-stored-file', rows: ['exact · page · 400']},
  {way: 'fetch-gzip', rows: page},
  {way: 'fetch-gzip-silent', rows: page},
  {way: 'fetch-gzip-blob', rows: {chromium: ['decompressed · page · 200'], firefox: ['exact · page · 200']}},
  {
    way: 'fetch-gzip-blob-silent',
    rows: {chromium: ['damaged (damaged) · page · 200'], firefox: ['exact · page · 200']},
  },
  {way: 'fetch-keepalive', rows: page},
  {way: 'fetch-keepalive-blob', rows: page},
  {way: 'fetch-no-cors', rows: ['exact · page · 401']},
  {way: 'fetch-empty', rows: ['none · page · 400']},
  {
    way: 'fetch-stream',
    rows: {
      chromium: ['missing (unknown) · page · failed (net::ERR_ALPN_NEGOTIATION_FAILED)'],
      firefox: ['exact · page · 400'],
    },
  },
  {way: 'fetch-later', rows: {chromium: ['exact · page · 401'], firefox: []}},
  {way: 'xhr-string', rows: page},
  {way: 'xhr-blob', rows: page},
  {way: 'xhr-typed-array', rows: ['exact · page · 400']},
  {way: 'xhr-form-data', rows: ['exact · page · 400']},
  {way: 'beacon-string', rows: ['exact · page · 401']},
  {way: 'beacon-blob', rows: ['exact · page · 401']},
  {way: 'beacon-typed-array', rows: ['exact · page · 401']},
  {way: 'beacon-url-search-params', rows: ['exact · page · 401']},
  {way: 'beacon-form-data', rows: ['exact · page · 401']},
  {way: 'form-text', rows: ['exact · frame · 401']},
  {way: 'form-url-encoded', rows: ['exact · frame · 401']},
  {way: 'form-multipart', rows: ['exact · frame · 401']},
  {way: 'frame-string', rows: ['exact · frame · 200']},
  {way: 'frame-blob', rows: ['exact · frame · 200']},
  {way: 'worker-string', rows: page},
  {way: 'worker-blob', rows: page},
  {way: 'shared-worker-string', rows: ['exact · worker · 200']},
  {
    way: 'shared-worker-blob',
    rows: {chromium: ['missing (unknown) · worker · 200'], firefox: ['exact · worker · 200']},
  },
  {way: 'service-worker-string', rows: {chromium: ['exact · tab · 200'], firefox: ['exact · worker · 200']}},
  {way: 'service-worker-blob', rows: {chromium: ['exact · tab · 200'], firefox: ['exact · worker · 200']}},
];

const redirected = (status: number, name: string) => ({
  redirect: String(status),
  location: `/api/track?cell=${encodeURIComponent(name)}`,
});

/** Sent by a page while something goes wrong. */
export const troubleCells: readonly Cell[] = [
  {
    way: 'fetch-string',
    name: 'redirected by 307',
    query: redirected(307, 'fetch-string, redirected by 307'),
    rows: ['exact · page · 307', 'exact · page · 200'],
  },
  {
    way: 'fetch-simple',
    name: 'redirected by 308',
    query: redirected(308, 'fetch-simple, redirected by 308'),
    rows: ['exact · page · 308', 'exact · page · 401'],
  },
  {way: 'fetch-string', name: 'answered 500', query: {status: '500'}, rows: ['exact · page · 500']},
  {
    way: 'fetch-string',
    name: 'cut off',
    query: {drop: '1'},
    rows: {chromium: ['exact · page · 200, failed (net::ERR_FAILED)'], firefox: ['exact · page · 200']},
  },
  {
    way: 'fetch-string',
    name: 'cut off half-way',
    query: {halve: '1'},
    rows: {
      chromium: ['exact · page · 200, failed (net::ERR_CONTENT_LENGTH_MISMATCH)'],
      firefox: ['exact · page · 200, failed (NS_ERROR_NET_PARTIAL_TRANSFER)'],
    },
  },
  {
    way: 'fetch-string',
    name: 'CORS refused',
    query: {cors: 'off'},
    rows: {
      chromium: ['exact · page · failed (net::ERR_FAILED)'],
      firefox: ['exact · page · failed (NS_ERROR_DOM_BAD_URI)'],
    },
  },
  {
    way: 'fetch-simple',
    name: 'CORS answer hidden',
    query: {cors: 'off'},
    rows: {chromium: ['exact · page · 401, failed (net::ERR_FAILED)'], firefox: ['exact · page · 401']},
  },
  {
    way: 'abortable-string',
    name: 'aborted',
    rows: {
      chromium: ['exact · page · failed (net::ERR_ABORTED)'],
      firefox: ['exact · page · failed (NS_BINDING_ABORTED)'],
    },
  },
  {
    way: 'fetch-simple',
    name: 'refused',
    rows: {
      chromium: ['exact · page · failed (net::ERR_CONNECTION_REFUSED)'],
      firefox: ['exact · page · failed (NS_ERROR_CONNECTION_REFUSED)'],
    },
  },
  {
    way: 'fetch-simple',
    name: 'offline',
    rows: {
      chromium: ['exact · page · failed (net::ERR_INTERNET_DISCONNECTED)'],
      firefox: ['exact · page · failed (NS_ERROR_OFFLINE)'],
    },
  },
];

/** Sent by a page behind a service worker that passes everything on. */
export const proxiedCells: readonly Cell[] = [
  {
    way: 'fetch-string',
    name: 'proxied',
    rows: {chromium: ['exact · tab · 200'], firefox: ['exact · page · 200']},
  },
  {
    way: 'fetch-blob',
    name: 'proxied',
    rows: {chromium: ['exact · tab · 200'], firefox: ['exact · page · 200']},
  },
  {
    way: 'xhr-string',
    name: 'proxied',
    rows: {chromium: ['exact · tab · 200'], firefox: ['exact · page · 200']},
  },
  {
    way: 'beacon-string',
    name: 'proxied',
    rows: {chromium: ['exact · tab · 401'], firefox: ['exact · page · 401']},
  },
];

/**
 * Sent while the page is being left: DevTools does not report these. They have `ended` with the server's response, or
 * with the browser's report that the page no longer waited for it.
 */
export const leavingCells: readonly Cell[] = [
  {way: 'beacon-string', name: 'leaving', rows: ['exact · page · ended']},
  {way: 'beacon-typed-array', name: 'leaving', rows: ['exact · page · ended']},
  {
    way: 'beacon-blob',
    name: 'leaving',
    rows: {chromium: ['missing (unknown) · page · ended'], firefox: ['exact · page · ended']},
  },
  {way: 'fetch-keepalive', name: 'leaving', rows: ['exact · page · ended']},
  {
    way: 'fetch-keepalive-blob',
    name: 'leaving',
    rows: {chromium: ['missing (unknown) · page · ended'], firefox: ['exact · page · ended']},
  },
  {way: 'fetch-later-at-end', name: 'leaving', rows: {chromium: ['exact · page · ended'], firefox: []}},
];
