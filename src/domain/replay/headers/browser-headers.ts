import type {ReplayRecord} from '../../capture/captured-request';

type Way = ReplayRecord['way'];

const ownReasons: Readonly<Record<string, string>> = {
  'content-length': 'The browser sets it to the size of the body.',
  host: 'The browser takes it from the address.',
  'user-agent': 'The browser sends its own.',
  'accept-encoding': 'The browser lists the encodings it supports.',
  connection: 'It belongs to the connection, which the browser manages.',
  priority: 'The browser sets the priority of its requests.',
  'upgrade-insecure-requests': 'Browsers only send it with navigations.',
  cookie2: 'Browsers no longer send it.',
  'set-cookie': 'Browsers only read it from responses.',
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
  if (lower.startsWith(':')) return 'It is part of HTTP/2. The browser sets it from the address.';
  if (lower.startsWith('sec-fetch-')) return whyFetchMetadata(way);
  if (lower.startsWith('sec-') || lower.startsWith('proxy-') || forbidden.has(lower)) {
    return 'Scripts cannot set it (a forbidden header name in fetch).';
  }
  if (way === 'page' && leftToThePage.has(lower)) {
    return 'Left to the browser. If a script set it, the preflight would have to allow it.';
  }
  return null;
}

function whyFetchMetadata(way: Way): string {
  return way === 'page'
    ? 'The browser says where the request comes from: the page.'
    : 'The browser says where the request comes from: no site, since the extension sends it.';
}
