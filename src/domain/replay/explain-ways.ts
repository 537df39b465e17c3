import type {CapturedHeader, CapturedRequest, ReplayRecord} from '../capture/captured-request';
import {getHeader} from '../capture/headers';
import {toOrigin} from '../parse-url';
import {toPageOrigin} from './page-origin';

/** For each way of sending: sentences about why it may fail or differ from the original; empty if there is no problem. */
export type WayHints = Readonly<Record<ReplayRecord['way'], readonly string[]>>;

/**
 * Everything that is known before sending. `url` is the address; `headers` would be sent; `permitted`: whether the
 * extension has access to it, null if unknown.
 */
export function explainWays(
  source: CapturedRequest | null,
  url: string,
  headers: readonly CapturedHeader[],
  permitted: boolean | null = null,
): WayHints {
  return {extension: explainExtension(source, url, permitted), page: explainPage(source, url, headers)};
}

function explainExtension(source: CapturedRequest | null, url: string, permitted: boolean | null): string[] {
  const {origin, protocol} = new URL(url);
  const hints: string[] = [];
  if (!mayReach(source, url, permitted)) {
    hints.push(
      `The extension needs your permission for ${origin}. Without it, CORS applies and the extension’s own Origin is sent.`,
    );
  }
  if (protocol === 'http:' && source?.url.startsWith('https:')) {
    hints.push('The target does not use HTTPS: credentials would be sent unencrypted.');
  }
  return hints;
}

/** Whether the extension may send there with its own rules; `permitted`: null if the user was not asked. */
export function mayReach(source: CapturedRequest | null, url: string, permitted: boolean | null): boolean {
  // webRequest only reports a request to an extension that has access to its address.
  return (
    permitted ?? (source?.seenBy.includes('web-request') === true && toOrigin(source.url) === toOrigin(url))
  );
}

function explainPage(
  source: CapturedRequest | null,
  url: string,
  headers: readonly CapturedHeader[],
): string[] {
  const sender = source?.origin.frameId ? 'frame' : 'page';
  return [
    ...(source?.origin.tabId === null
      ? ['The original came from a shared or service worker, so it cannot be sent as the page.']
      : []),
    `The ${sender}’s CSP (connect-src) may block requests to ${toOrigin(url)}.`,
    ...explainCors(source, url, {headers, sender}),
  ];
}

function explainCors(
  source: CapturedRequest | null,
  url: string,
  {headers, sender}: {headers: readonly CapturedHeader[]; sender: 'page' | 'frame'},
): string[] {
  const target = toOrigin(url);
  const page = source === null ? null : toPageOrigin(source);
  if (page === target) return [];
  const asked = headers.filter((header) => !isSafelisted(header)).map(({name}) => name);
  const outcome = source?.outcome;
  if (outcome?.state === 'answered' && source !== null && toOrigin(source.url) === target) {
    const allowed = getHeader(outcome.headers, 'access-control-allow-origin')?.value;
    if (allowed === '*' || (page !== null && allowed === page)) return [];
    if (outcome.headers.state === 'known') {
      return [
        `${target} answered the original without allowing ${page ?? `the ${sender}`} (CORS): a script of the ${sender} cannot read the response.`,
      ];
    }
  }
  const what = asked.length === 0 ? 'read the response (CORS)' : `send ${asked.join(', ')} (CORS preflight)`;
  return [`${target} has to allow the ${sender} to ${what}.`];
}

/** CORS-safelisted request headers (Fetch Standard 2.2.2); a Content-Type of JSON is not one, and needs a preflight. */
function isSafelisted({name, value}: CapturedHeader): boolean {
  return /^content-type$/i.test(name)
    ? /^(?:text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)\s*(?:;|$)/i.test(value ?? '')
    : /^(?:accept|accept-language|content-language)$/i.test(name);
}
