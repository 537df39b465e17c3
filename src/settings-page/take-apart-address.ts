import {canParseUrl} from '../domain/can-parse-url';
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
  if (!canParseUrl(address)) return null;
  const {host, pathname} = new URL(address);
  return {host, path: pathname};
}
