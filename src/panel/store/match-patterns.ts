import {parseUrl} from '../../domain/parse-url';

/**
 * Match patterns for origins, without ports: Chromium and Firefox accept patterns with a port, but then they never
 * match in Firefox.
 */
export function toPatterns(origins: Iterable<string>): string[] {
  const patterns = new Set<string>();
  for (const origin of origins) {
    const parsed = parseUrl(origin);
    if (parsed === null) continue;
    const {protocol, hostname} = parsed;
    if (protocol === 'http:' || protocol === 'https:') patterns.add(`${protocol}//${hostname}/*`);
  }
  return [...patterns];
}

/** Whether one of the granted patterns matches that origin. */
export function covers(granted: readonly string[], origin: string): boolean {
  const {protocol, hostname} = new URL(origin);
  return granted.some((pattern) => {
    if (pattern === '<all_urls>') return true;
    const [, scheme = '', host = ''] = /^([^:]+):\/\/([^/]*)\//.exec(pattern) ?? [];
    return (scheme === '*' || `${scheme}:` === protocol) && coversHost(host.replace(/:\d+$/, ''), hostname);
  });
}

function coversHost(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  if (!pattern.startsWith('*.')) return pattern === host;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}
