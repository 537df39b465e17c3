import {MASK} from '../bytes/mask';
import {looksLikeToken} from './looks-like-token';
import {isSecretParameter} from './secret-names';

/** What stands for a credential whose value nobody has any more. */
export const FORGOTTEN = 'secret-forgotten';

/** An address with more credentials than this is nobody's; those beyond are hidden and not kept. */
export const MAX_SECRETS_IN_URL = 50;

/** What the session's secret store gives out. Text of a page that looks like it is hidden like a credential. */
const reference = /^secret-(?:forgotten|[0-9a-f]{32})$/;

/** What stands for a credential in an address, given the credential as it stands there and where that is. */
export type ReplaceSecret = (value: string, place: UrlPlace) => string;

/** `parameter` has a name, as written. */
export type UrlPlace = {kind: 'user-info' | 'path'} | {kind: 'parameter'; name: string};

const userInfo = /(:\/\/)([^/\\?#\s<>"]+)@/g;
/** A parameter of a query, or of a fragment that is written like one. */
const parameter = /([?&#])([^=&#?]+)=([^&#]*)/g;
/** A parameter of a path: `;jsessionid=…`. */
const pathParameter = /;([^;=/]+)=([^;/]*)/g;
/** How deep an address may stand inside a parameter of another. */
const MAX_DEPTH = 3;

/**
 * The address with each credential replaced: user and password, parameters of query, fragment and path that are secret
 * by name or by what their value looks like, and segments of the path that look like a token. Every other character
 * stays. Takes time in proportion to the length.
 * @param replace is given the credential still percent-encoded
 */
export function replaceUrlSecrets(url: string, replace: ReplaceSecret): string {
  return replaceAt(url, replace, 0);
}

function replaceAt(url: string, replace: ReplaceSecret, depth: number): string {
  return mayHoldSecrets(url)
    ? replaceInPath(url, replace)
        .replace(
          userInfo,
          (_, mark: string, value: string) => `${mark}${replace(value, {kind: 'user-info'})}@`,
        )
        .replace(parameter, (found, mark: string, name: string, value: string) =>
          value !== '' && (isSecretParameter(name) || isSecretValue(value, depth))
            ? `${mark}${name}=${replace(value, {kind: 'parameter', name})}`
            : found,
        )
    : replaceInPath(url, replace);
}

function mayHoldSecrets(url: string): boolean {
  return /[=@]/.test(url);
}

function isSecretValue(value: string, depth: number): boolean {
  if (value.length < 3) return false;
  if (reference.test(value) || looksLikeToken(value)) return true;
  if (depth >= MAX_DEPTH || !/[=@]|%3d|%40|%253d|%2540/i.test(value)) return false;
  return hasSecrets(decode(value).replaceAll(';', '&'), depth + 1);
}

function hasSecrets(url: string, depth: number): boolean {
  let found = false;
  replaceAt(
    `?${url}`,
    () => {
      found = true;
      return '';
    },
    depth,
  );
  return found;
}

function replaceInPath(url: string, replace: ReplaceSecret): string {
  const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0].length ?? 0;
  const end = url.slice(origin).search(/[?#]/);
  const path = end < 0 ? url.slice(origin) : url.slice(origin, origin + end);
  if (!/[\w.-]{16}|;/.test(path)) return url;
  const written = path
    .replace(pathParameter, (found, name: string, value: string) =>
      value !== '' && (isSecretParameter(name) || looksLikeToken(value))
        ? `;${name}=${replace(value, {kind: 'path'})}`
        : found,
    )
    .split('/')
    .map((part) => (looksLikeToken(part) || reference.test(part) ? replace(part, {kind: 'path'}) : part))
    .join('/');
  return url.slice(0, origin) + written + url.slice(origin + path.length);
}

/** The credentials of an address, each once, as they stand there; the first of them where there are too many. */
export function secretsOfUrl(url: string): string[] {
  const found = new Set<string>();
  replaceUrlSecrets(url, (value) => {
    if (found.size < MAX_SECRETS_IN_URL) found.add(value);
    return value;
  });
  return [...found];
}

/**
 * The address as it is stored: each credential in it replaced by its reference, or by `secret-forgotten` where there is
 * none. Every other character stays as it was sent.
 */
export function withoutUrlSecrets(url: string, references: ReadonlyMap<string, string> = new Map()): string {
  return replaceUrlSecrets(url, (value) => references.get(value) ?? FORGOTTEN);
}

/** The address with its credentials masked, be they references or values. */
export function maskUrl(url: string): string {
  return replaceUrlSecrets(url, () => MASK);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // No valid percent-encoding: taken as it stands.
    return text;
  }
}
