import type {CapturedHeader, CapturedRequest} from './captured-request';

/** Headers that carry keys, tokens or sessions, whoever defined them: in lower case. */
const secretHeaders = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'api-key',
  'api_key',
  'apikey',
  'key',
  'token',
  'x-write-key',
  'x-auth-token',
  'x-access-token',
  'x-csrf-token',
  'x-xsrf-token',
]);

/** Query parameters that do, in lower case and without `-` and `_`. */
const secretParameters = new Set([
  'apikey',
  'xapikey',
  'key',
  'writekey',
  'token',
  'accesstoken',
  'authtoken',
  'authorization',
  'secret',
  'clientsecret',
  'password',
  'jwt',
]);

/** Is the value of a header of this name a credential? Compared without regard to case. */
export function isSecretHeader(name: string): boolean {
  return secretHeaders.has(name.toLowerCase());
}

/** Is the value of a query parameter of this name a credential? */
export function isSecretParameter(name: string): boolean {
  return secretParameters.has(decodeName(name).toLowerCase().replaceAll(/[-_]/g, ''));
}

/** A header as a browser reports it. */
export interface PlainHeader {
  name: string;
  value: string;
}

/** Headers whose value is an address, which may have a credential in its query. */
const addresses = new Set(['referer', 'location', 'content-location', 'refresh', 'link']);

function isSecret({name, value}: PlainHeader): boolean {
  if (value === '') return false;
  return isSecretHeader(name) || (addresses.has(name.toLowerCase()) && secretsOfUrl(value).length > 0);
}

/** The values of a list of headers that may not be stored, in order. */
export function secretsOfHeaders(headers: readonly PlainHeader[]): string[] {
  return headers.filter(isSecret).map(({value}) => value);
}

/** The headers as they are stored: each credential replaced by its reference. */
export function withoutSecretValues(
  headers: readonly PlainHeader[],
  references: ReadonlyMap<string, string>,
): CapturedHeader[] {
  return headers.map(({name, value}) => {
    if (!isSecret({name, value})) return {name, value};
    const secret = references.get(value);
    return secret === undefined ? {name, value: null} : {name, value: null, secret};
  });
}

/** A parameter of a query, or of a fragment that is written like one. */
const parameter = /([?&#])([^=&#?]+)=([^&#]*)/g;

/** The credentials in a URL's query and fragment, as they stand there (still percent-encoded). */
export function secretsOfUrl(url: string): string[] {
  return [...url.matchAll(parameter)].flatMap(([, , name = '', value = '']) =>
    value !== '' && isSecretParameter(name) ? [value] : [],
  );
}

/**
 * The URL as it is stored: each credential in it replaced by its reference, or by `secret-forgotten` where there is
 * none. Every other character stays as it was sent.
 */
export function withoutSecretParameterValues(url: string, references: ReadonlyMap<string, string>): string {
  return url.replaceAll(parameter, (found: string, mark: string, name: string, value: string) => {
    if (value === '' || !isSecretParameter(name)) return found;
    return `${mark}${name}=${references.get(value) ?? 'secret-forgotten'}`;
  });
}

/** For view: enough to tell two keys apart, never enough to use one. */
export function maskSecret(value: string): string {
  const characters = [...value];
  return characters.length < 12
    ? '••••'
    : `${characters.slice(0, 4).join('')}••••${characters.slice(-2).join('')}`;
}

/** A record as it may outlive its browser session: the names of its credentials stay, nothing leads to their values. */
export function withoutCredentials(request: CapturedRequest): CapturedRequest {
  const {outcome} = request;
  return {
    ...request,
    url: request.url.replaceAll(/=secret-[A-Za-z0-9_-]+/g, '=secret-forgotten'),
    headers: redact(request.headers),
    body: withoutKeysInBody(request.body),
    outcome: outcome.state === 'answered' ? {...outcome, headers: redact(outcome.headers)} : outcome,
  };
}

function redact(headers: CapturedRequest['headers']): CapturedRequest['headers'] {
  if (headers.state === 'unknown' || !headers.list.some(({secret}) => secret !== undefined)) return headers;
  const list = headers.list.map((header) =>
    header.secret === undefined ? header : {name: header.name, value: null},
  );
  return {state: 'redacted', list};
}

const KEY_IN_BODY = /("(?:writeKey|write_key|api_key|apiKey)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;

/** Segment's clients put their write key into the body: its value is emptied, every other byte stays. */
function withoutKeysInBody(body: CapturedRequest['body']): CapturedRequest['body'] {
  if (body.kind !== 'bytes' && body.kind !== 'cut') return body;
  const text = toLatin1(body.bytes);
  const cleaned = text.replaceAll(KEY_IN_BODY, '$1""');
  return cleaned === text ? body : {...body, bytes: fromLatin1(cleaned)};
}

/** One character a byte, so that nothing is lost on the way through text. */
function toLatin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  }
  return parts.join('');
}

function fromLatin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function decodeName(name: string): string {
  // A name that is no valid percent-encoding is taken as it stands.
  return /%(?![0-9a-f]{2})/i.test(name) ? name : (new URLSearchParams(name).keys().next().value ?? name);
}
