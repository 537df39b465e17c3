import type {ReplayRecord} from '../../capture/captured-request';

export type Way = ReplayRecord['way'];

/** Why a script's fetch can't choose a header. */
export type BrowserHeader = OwnHeader | 'http2' | 'fetch-metadata' | 'forbidden' | 'left-to-the-page';

/** Those with a reason of their own. */
const own = [
  'content-length',
  'host',
  'user-agent',
  'accept-encoding',
  'connection',
  'priority',
  'upgrade-insecure-requests',
  'cookie2',
  'set-cookie',
] as const;

export type OwnHeader = (typeof own)[number];

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

/** What a fetch of the extension gets from the browser where it has none; the last two because it bypasses the cache. */
const filledIn = /^(?:accept|accept-language|cache-control|pragma)$/i;

/** Whose header of that name the browser sends where we send none; null: it sends none either. */
export function whatIsFilledIn(name: string): string | null {
  if (/^origin$/i.test(name)) return 'the extension’s own';
  return filledIn.test(name) ? 'its own' : null;
}

/**
 * Whether the browser writes this header, whatever a script's fetch asks for; null where the script can choose it.
 * Cookie, Origin and Referer have rules of their own and are not decided here.
 */
export function toBrowserHeader(name: string, way: Way): BrowserHeader | null {
  const lower = name.toLowerCase();
  const found = own.find((one) => one === lower);
  if (found !== undefined) return found;
  if (lower.startsWith(':')) return 'http2';
  if (lower.startsWith('sec-fetch-')) return 'fetch-metadata';
  if (lower.startsWith('sec-') || lower.startsWith('proxy-') || forbidden.has(lower)) return 'forbidden';
  return way === 'page' && leftToThePage.has(lower) ? 'left-to-the-page' : null;
}
