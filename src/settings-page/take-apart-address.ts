import {parseUrl} from '../domain/parse-url';
import type {Settings} from '../domain/settings';

type Endpoint = Settings['endpoints'][number];

/**
 * Host and path of a web address, with or without its scheme; null if the text is only a host. Leaves out the parts
 * that an endpoint does not consider (scheme, query, fragment, a name and password).
 */
export function takeApartAddress(text: string): Pick<Endpoint, 'host' | 'path'> | null {
  const isAddress = /^https?:\/\//i.test(text);
  if (!isAddress && !/^[^/?#@]+[/?#]/.test(text)) return null;
  const address = isAddress ? text : `https://${text}`;
  const parsed = parseUrl(address);
  if (parsed === null) return null;
  const {host, pathname} = parsed;
  return {host, path: pathname};
}
