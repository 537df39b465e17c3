import {toText} from '../byte-text';

/**
 * The address as curl sends it: `http://` if it has no scheme, without backslashes before brackets and braces, and
 * with the queries of `--url-query` and `-G` after its own. Takes byte text, returns text.
 */
export function toCurlAddress(
  given: string,
  {
    queries,
    scheme,
    isGlobbed,
    notes,
  }: {queries: readonly string[]; scheme: string; isGlobbed: boolean; notes: string[]},
): string {
  // curl accepts one or three slashes like two.
  const known = given.replace(/^(https?):\/{1,3}(?=[^/])/i, '$1://');
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(known) ? known : `${scheme}://${known}`;
  if (isGlobbed && hasPattern(whole)) {
    notes.push('curl reads { } and [ ] in an address as a pattern. The address is used as written.');
  }
  const url = toText(isGlobbed ? whole.replace(/\\([[\]{}])/g, '$1') : whole);
  if (queries.length === 0) return url;
  const hash = url.indexOf('#');
  const head = hash === -1 ? url : url.slice(0, hash);
  const query = toText(queries.join('&'));
  return `${head}${head.includes('?') ? '&' : '?'}${query}${hash === -1 ? '' : url.slice(hash)}`;
}

/** `[1-3]` and `{a,b}`; but not the brackets of an IPv6 host, and not empty ones. */
function hasPattern(url: string): boolean {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/\\[[\]{}]|\[\]/g, '');
  return /[[{]/.test(path);
}
