import {MASK} from '../bytes/mask';
import {decodeJson, findEncodedJson} from '../decode/find-encoded-json';
import {looksLikeToken, maskTokens} from './looks-like-token';
import {isSecretMember, isSecretParameter} from './secret-names';

/** Replaces a credential whose value is no longer available. */
export const FORGOTTEN = 'secret-forgotten';

/** Real addresses do not have more credentials than this. Further ones are hidden and not stored. */
export const MAX_SECRETS_IN_URL = 50;

/** The format of the session's secret store. Text of a page that looks like it is hidden like a credential. */
const reference = /^secret-(?:forgotten|[0-9a-f]{32})$/;

/** Whether it is a reference, or stands for a credential that is no longer available; a typed `secret-santa` is neither. */
export function isReference(text: string): boolean {
  return reference.test(text);
}

/** Returns the text that replaces a credential in an address, for the credential as written and its place. */
export type ReplaceSecret = (value: string, place: UrlPlace) => string;

/** `parameter` has a name, as written. */
export type UrlPlace = {kind: 'user-info' | 'path'} | {kind: 'parameter'; name: string};

const userInfo = /((?:^|:)\/\/)([^/\\?#\s<>"]+)@/g;
/** A parameter of a query, or of a fragment with the same syntax. */
const parameter = /([?&#])([^=&#?]+)=([^&#]*)/g;
/** A parameter of a path: `;jsessionid=…`, `/key=…/`. The colon of an address belongs to its login, which may follow. */
const pathParameter = /([;/])([^;=/?#&]+)=([^;/?#&]*)(?<!:)/g;
/** How deep an address may be nested inside parameters. */
const MAX_DEPTH = 3;

/**
 * The address with each credential replaced: user and password, parameters of query, fragment and path that are
 * secret because of their name or value, and segments of the path that look like a token. All other characters are
 * unchanged. Takes linear time.
 * @param replace gets the credential still percent-encoded
 */
export function replaceUrlSecrets(url: string, replace: ReplaceSecret): string {
  return replaceAt(url, replace, 0);
}

function replaceAt(url: string, replace: ReplaceSecret, depth: number): string {
  if (!mayHoldSecrets(url)) return replaceInPath(url, replace);
  // A parameter is replaced as a whole, before its parts could be.
  const outside = url
    .replace(parameter, (found, mark: string, name: string, value: string) =>
      value !== '' && (isSecretParameter(name) || isSecretValue(value, depth))
        ? `${mark}${name}=${replace(value, {kind: 'parameter', name})}`
        : found,
    )
    .replace(userInfo, (_, mark: string, value: string) => `${mark}${replace(value, {kind: 'user-info'})}@`);
  return replaceInPath(outside, replace);
}

function mayHoldSecrets(url: string): boolean {
  return /[=@]/.test(url);
}

function isSecretValue(value: string, depth: number): boolean {
  if (value.length < 3) return false;
  const decoded = decode(value.replaceAll('+', ' '));
  if (isReference(value) || maskTokens(decoded) !== decoded) return true;
  if (depth >= MAX_DEPTH) return false;
  if (/[=@]|%3d|%40/i.test(decoded) && hasSecrets(decoded.replaceAll(';', '&'), depth + 1)) return true;
  const encoding = decoded.length < 16 ? null : findEncodedJson(decoded);
  return hasSecretMember(encoding === null ? decoded : decodeJson(decoded, encoding));
}

/** `{"token":"…"}`, also inside a string of JSON, and `x-api-key: …`, which a page may write into a parameter. */
function hasSecretMember(text: string): boolean {
  if (!text.includes(':')) return false;
  for (const [, name = ''] of text.matchAll(
    /([A-Za-z_$][\w.$-]{0,80})\\{0,7}["']?\s{0,8}:(?!\/\/)\s{0,8}["'\w[{\\]/g,
  )) {
    if (isSecretMember(name) === true) return true;
  }
  return false;
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
  const route = end < 0 ? -1 : url.search(/#!?\//);
  const behind = url.slice(origin + path.length);
  const rest =
    route < 0 ? behind : url.slice(origin + path.length, route) + replaceSegments(url.slice(route), replace);
  return url.slice(0, origin) + replaceSegments(path, replace) + rest;
}

/** The path of an address, or a fragment with the same syntax. */
function replaceSegments(path: string, replace: ReplaceSecret): string {
  if (!/[\w.-]{8}|[;=]/.test(path)) return path;
  let before = '';
  return path
    .replace(pathParameter, (found, mark: string, name: string, value: string) =>
      value !== '' && (isSecretParameter(name) || looksLikeToken(value) || isReference(value))
        ? `${mark}${name}=${replace(value, {kind: 'path'})}`
        : found,
    )
    .split('/')
    .map((part) => {
      const [word = ''] = part.split(/[;?&=#]/, 1);
      const isNamed = isSecretMember(decode(before)) === true && isLikeSecret(word);
      before = word;
      return isNamed || looksLikeToken(word) || isReference(word)
        ? replace(word, {kind: 'path'}) + part.slice(word.length)
        : part;
    })
    .join('/');
}

/** Whether a segment after `/token/` is a credential: a word as in `/token/refresh` or `/password/reset` is not. */
function isLikeSecret(part: string): boolean {
  return part.length >= 8 && /\d/.test(part) && /[a-z]/i.test(part) && /^[\w.~+%-]+$/.test(part);
}

/** The credentials of an address as written, each once; only the first ones if there are too many. */
export function secretsOfUrl(url: string): string[] {
  const found = new Set<string>();
  replaceUrlSecrets(url, (value) => {
    if (found.size < MAX_SECRETS_IN_URL) found.add(value);
    return value;
  });
  return [...found];
}

/**
 * The address as it is stored: each credential replaced by its reference, or by `secret-forgotten` if there is none.
 * All other characters are unchanged.
 */
export function withoutUrlSecrets(url: string, references: ReadonlyMap<string, string> = new Map()): string {
  // In a route such as `#/token=…`, a credential has two places, so it may already be replaced.
  const replaced = [...references.values()];
  return replaceUrlSecrets(url, (value) =>
    replaced.includes(value) ? value : (references.get(value) ?? FORGOTTEN),
  );
}

/** The address with its credentials masked, whether they are references or values. */
export function maskUrl(url: string): string {
  return replaceUrlSecrets(url, () => MASK);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not a valid percent-encoding: used unchanged.
    return text;
  }
}
