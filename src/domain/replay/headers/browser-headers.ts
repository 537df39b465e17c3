import type {ReplayRecord} from '../../capture/captured-request';

type Way = ReplayRecord['way'];

const ownReasons: Readonly<Record<string, string>> = {
  'content-length': 'The browser counts the bytes that are sent.',
  host: 'The browser takes it from the address.',
  'user-agent': 'The browser sends its own.',
  'accept-encoding': 'The browser names the compressions that it reads.',
  connection: 'It belongs to the connection, which the browser opens.',
  priority: 'The browser weighs its own requests.',
  'upgrade-insecure-requests': 'The browser sends it with navigations only.',
  cookie2: 'No browser sends it any more.',
  'set-cookie': 'Browsers take it from answers only.',
};

/** Forbidden request headers of the Fetch Standard (2.2.2), but for those that have a reason of their own above. */
const forbidden = new Set([
  'accept-charset',
  'access-control-request-headers',
  'access-control-request-method',
  'access-control-request-private-network',
  'date',
  'dnt',
  'expect',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/** A page that sets one of these makes the preflight ask for it; the browser adds them by itself while DevTools is open. */
const leftToThePage = new Set(['cache-control', 'pragma']);

/**
 * Why a script's fetch can't choose this header, in a sentence; null where it can.
 * Cookie, Origin and Referer have rules of their own and are not decided here.
 */
export function whyBrowserSets(name: string, way: Way): string | null {
  const lower = name.toLowerCase();
  const own = ownReasons[lower];
  if (own !== undefined) return own;
  if (lower.startsWith(':')) return 'It is part of HTTP/2 itself; the browser makes it from the address.';
  if (lower.startsWith('sec-fetch-')) return whyFetchMetadata(way);
  if (lower.startsWith('sec-') || lower.startsWith('proxy-') || forbidden.has(lower)) {
    return 'Scripts may not choose it (a forbidden header name of fetch).';
  }
  if (way === 'page' && leftToThePage.has(lower)) {
    return 'Left to the browser: set by a script, the preflight would have to allow it.';
  }
  return null;
}

function whyFetchMetadata(way: Way): string {
  return way === 'page'
    ? 'The browser says where the request comes from: the page.'
    : 'The browser says where the request comes from: no site, since the extension sends it.';
}
