import {findHeader} from './headers';

/**
 * Whether a redirect with these headers is one that Chromium makes itself, before anything is sent: to upgrade to HTTPS
 * (HSTS), or for another extension.
 */
export function isInternalRedirect(headers: readonly {name: string}[] = []): boolean {
  return findHeader(headers, 'Non-Authoritative-Reason') !== undefined;
}
