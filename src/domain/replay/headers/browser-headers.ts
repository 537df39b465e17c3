import type {ReplayRecord} from '../../capture/captured-request';

export type Way = ReplayRecord['way'];

/** Why a script's fetch can't set a header. */
export type BrowserHeader = OwnHeader | 'http2' | 'fetch-metadata' | 'forbidden' | 'left-to-the-page';

/** Headers with a special reason. */
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

/** Forbidden request headers of the Fetch Standard (2.2.2), except those with a special reason above. */
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

/** A page that sets one of these causes a preflight; the browser adds them automatically while DevTools is open. */
const leftToThePage = new Set(['cache-control', 'pragma']);

/**
 * Headers that the browser adds to a fetch of the extension if they are missing; the last two because it bypasses the
 * cache.
 */
const filledIn = /^(?:accept|accept-language|cache-control|pragma)$/i;

/** Whose header with that name the browser sends if we do not send one; null: it sends none either. */
export function whatIsFilledIn(name: string): string | null {
  if (/^origin$/i.test(name)) return 'the extension’s own';
  return filledIn.test(name) ? 'its own' : null;
}

/**
 * Whether the browser writes this header, whatever a script's fetch sets; null if the script can choose it. Cookie,
 * Origin and Referer have separate rules and are not decided here.
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
