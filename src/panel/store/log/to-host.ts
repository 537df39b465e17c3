import {parseUrl} from '../../../domain/parse-url';

/** The host of a request's address, with its port if it has one; null if it is not an address. */
export function toHost(url: string): string | null {
  return parseUrl(url)?.host ?? null;
}
