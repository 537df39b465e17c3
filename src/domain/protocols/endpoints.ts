import {parseUrl} from '../parse-url';
import type {Settings} from '../settings';
import {type ProtocolId, protocolIds, wireFormats} from './wire-formats';

/** The requests that belong to a protocol; a user's own rules have the same form (`Settings.endpoints`). */
export type EndpointRule = Settings['endpoints'][number];

/** The vendors' own addresses, of all protocols. */
export const builtInEndpoints: readonly EndpointRule[] = protocolIds.flatMap((protocol) =>
  wireFormats[protocol].endpoints.map((endpoint): EndpointRule => ({...endpoint, protocol})),
);

/** Paths of rules are short: a long path must not make every request of a page slow. */
const LOOKED_AT = 8_192;

export interface RequestLine {
  url: string;
  method: string;
}

/**
 * The vendor of the request; null: unknown. Events are sent with POST: the OPTIONS of a preflight and the GET of a
 * pixel have no batch. A user's rules come first. Called for every request of a page, so it checks the method and a
 * few indexes before it parses anything.
 */
export function matchEndpoint(
  request: RequestLine,
  settings: Pick<Settings, 'endpoints'>,
): ProtocolId | null {
  const {method} = request;
  if (method.length !== 4 || method.toUpperCase() !== 'POST') return null;
  const url = withoutQuery(request.url);
  const parsed = /^https?:/i.test(url) ? parseUrl(url) : null;
  if (parsed === null) return null;
  const own = settings.endpoints.find((rule) => matchesRule(rule, parsed));
  if (own) return own.protocol;
  const path = withoutTrailingSlash(parsed.pathname);
  return builtInByPath.get(path)?.find((rule) => matchesHost(rule.host, parsed))?.protocol ?? null;
}

/** Rules do not consider the query, nor the end of a path with that length. */
function withoutQuery(url: string): string {
  const end = url.slice(0, LOOKED_AT).search(/[?#]/);
  return url.slice(0, end === -1 ? LOOKED_AT : end);
}

/** Whether a rule matches an address, also for the live examples of the settings page. */
export function matchesRule(rule: EndpointRule, url: URL): boolean {
  return matchesHost(rule.host, url) && matchesPath(rule.path, url.pathname);
}

/** Whether a rule names this host, so that it may receive batches; a rule for all hosts (`*`) does not name any. */
export function isEndpointHost(origin: URL, {endpoints}: Pick<Settings, 'endpoints'>): boolean {
  return [...endpoints, ...builtInEndpoints].some(
    ({host}) => !/^\*(?::\d+)?$/.test(host) && matchesHost(host, origin),
  );
}

const builtInByPath = groupByPath(builtInEndpoints);

function groupByPath(rules: readonly EndpointRule[]): ReadonlyMap<string, readonly EndpointRule[]> {
  const groups = new Map<string, EndpointRule[]>();
  for (const rule of rules) groups.set(rule.path, [...(groups.get(rule.path) ?? []), rule]);
  return groups;
}

function matchesHost(pattern: string, url: URL): boolean {
  const [, host = pattern, port] = /^(.*?)(?::(\d+))?$/.exec(pattern.toLowerCase()) ?? [];
  if (port !== undefined && port !== toPort(url)) return false;
  if (host === '*') return true;
  return host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host;
}

function toPort(url: URL): string {
  return url.port || (url.protocol === 'https:' ? '443' : '80');
}

function matchesPath(pattern: string, path: string): boolean {
  return isCovered(pattern, path) || (path.includes('secret-') && isCovered(pattern, fillIn(path, pattern)));
}

const reference = /secret-(?:forgotten|[0-9a-f]{32})/;

/** A credential in the path is stored as a reference: a rule with the credential still matches the record. */
function fillIn(path: string, pattern: string): string {
  const named = pattern.split('/');
  return path
    .split('/')
    .map((part, at) => {
      const [before] = part.split(reference, 1);
      return before !== part && named[at]?.startsWith(before ?? '') ? named[at] : part;
    })
    .join('/');
}

function isCovered(pattern: string, path: string): boolean {
  if (pattern.endsWith('*')) return path.startsWith(pattern.slice(0, -1));
  return withoutTrailingSlash(path) === withoutTrailingSlash(pattern);
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
