import {MASK} from '../../bytes/mask';
import {toBase64} from '../../bytes/to-base64';
import {isCredentialHeader} from '../../secrets/header-secrets';
import {looksLikeToken} from '../../secrets/looks-like-token';
import {isSecretParameter} from '../../secrets/secret-names';
import {secretsOfUrl} from '../../secrets/url-secrets';
import {toBytes, toByteText} from './byte-text';
import type {FoundCredential, PastedRequest, RawParts} from './pasted-request';

/**
 * Removes the credentials from a pasted request, so that none is sent unnoticed. Keys inside a body stay in it. A
 * credential that an export has masked is not one, and is reported as missing.
 */
export function extractCredentials(raw: RawParts): PastedRequest {
  const {notes, ...rest} = raw;
  const {url: whole, isCut} = withoutSecretFragment(raw.url);
  const login = takeLogin(whole);
  const {url, found} = takeFromQuery(login.url);
  const isKnown = raw.headers.some(({name}) => name.toLowerCase() === 'authorization');
  const headers =
    login.authorization === null || isKnown
      ? raw.headers
      : [...raw.headers, {name: 'Authorization', value: login.authorization}];
  const secret = headers.filter((header) => header.value !== '' && isCredentialHeader(header));
  const credentials = [...secret.map(({name, value}) => ({place: 'header' as const, name, value})), ...found];
  const masked = credentials.filter(({value}) => value === MASK);
  return {
    ...rest,
    url,
    headers: headers.filter((header) => !secret.includes(header)),
    credentials: credentials.filter((credential) => !masked.includes(credential)),
    notes: [
      ...notes,
      ...(isCut
        ? ['The part of the address after # is never sent. It contained credentials and is not included.']
        : []),
      ...masked.map(({name}) => `The value of ${name} was masked when this was copied.`),
    ],
  };
}

/** Fragments are not sent: a credential in it is useless, and would be stored with the draft. */
function withoutSecretFragment(url: string | null): {url: string | null; isCut: boolean} {
  const start = url?.indexOf('#') ?? -1;
  if (url === null || start < 0 || secretsOfUrl(url.slice(start)).length === 0) return {url, isCut: false};
  return {url: url.slice(0, start), isCut: true};
}

/**
 * The address without the name and password before its host, which browsers would not send: they become a header (RFC
 * 7617), as in all clients.
 */
function takeLogin(url: string | null): {url: string | null; authorization: string | null} {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(url ?? '')?.[0];
  if (url === null || scheme === undefined) return {url, authorization: null};
  const rest = url.slice(scheme.length);
  const authority = rest.slice(0, /[/?#\\]|$/.exec(rest)?.index);
  const at = authority.lastIndexOf('@');
  if (at === -1) return {url, authorization: null};
  const userinfo = authority.slice(0, at);
  const login = toBytes(unescapePercent(toByteText(userinfo.includes(':') ? userinfo : `${userinfo}:`)));
  return {
    url: scheme + rest.slice(at + 1),
    authorization: userinfo === '' ? null : `Basic ${toBase64(login)}`,
  };
}

function unescapePercent(byteText: string): string {
  return byteText.replace(/%([0-9a-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

function takeFromQuery(url: string | null): {url: string | null; found: FoundCredential[]} {
  const [, head = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url ?? '') ?? [];
  if (url === null || query === undefined) return {url, found: []};
  const found: FoundCredential[] = [];
  const kept = query.split('&').filter((parameter) => {
    const [name = '', ...parts] = parameter.split('=');
    const value = parts.join('=');
    if (value === '' || !(isSecretParameter(name) || looksLikeToken(value))) return true;
    found.push({place: 'query', name, value});
    return false;
  });
  return {
    url: found.length === 0 ? url : head + (kept.length > 0 ? `?${kept.join('&')}` : '') + fragment,
    found,
  };
}
