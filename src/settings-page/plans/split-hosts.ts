import {toUrlHost} from '../../domain/protocols/to-url-part';
import {takeApartAddress} from '../take-apart-address';

/** The hosts that the user entered, separated by spaces or commas; each may be a whole address. */
export function splitHosts(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .filter((host) => host !== '')
    .map((host) => toUrlHost(takeApartAddress(host)?.host ?? host));
}
