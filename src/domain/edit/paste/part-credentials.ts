import {MASK} from '../../bytes/mask';
import {isSecretHeader, isSecretParameter} from '../../capture/secrets';
import type {FoundCredential, PastedRequest, RawParts} from './pasted-request';

/**
 * Takes the credentials out of what was pasted, so that none comes along silently. Keys inside a body stay with it.
 * One that was masked by an export is none, and is said to be missing.
 */
export function partCredentials(raw: RawParts): PastedRequest {
  const {headers, notes, ...rest} = raw;
  const {url, found} = partUrl(raw.url);
  const secret = headers.filter(({name, value}) => isSecretHeader(name) && value !== '');
  const credentials = [...secret.map(({name, value}) => ({place: 'header' as const, name, value})), ...found];
  const masked = credentials.filter(({value}) => value === MASK);
  return {
    ...rest,
    url,
    headers: headers.filter((header) => !secret.includes(header)),
    credentials: credentials.filter((credential) => !masked.includes(credential)),
    notes: [...notes, ...masked.map(({name}) => `The value of ${name} was masked when this was copied.`)],
  };
}

function partUrl(url: string | null): {url: string | null; found: FoundCredential[]} {
  const [, head = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url ?? '') ?? [];
  if (url === null || query === undefined) return {url, found: []};
  const found: FoundCredential[] = [];
  const kept = query.split('&').filter((parameter) => {
    const [name = '', ...value] = parameter.split('=');
    if (value.join('=') === '' || !isSecretParameter(name)) return true;
    found.push({place: 'query', name, value: value.join('=')});
    return false;
  });
  return {
    url: found.length === 0 ? url : head + (kept.length > 0 ? `?${kept.join('&')}` : '') + fragment,
    found,
  };
}
