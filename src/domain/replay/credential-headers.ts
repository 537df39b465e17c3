import type {CapturedHeader} from '../capture/captured-request';

/** The headers that carry keys and tokens (DESIGN: Authorization, x-api-key, KEY, X-Write-Key, Cookie), in lower case. */
const names = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'api-key',
  'api_key',
  'key',
  'token',
  'x-write-key',
  'x-auth-token',
  'x-csrf-token',
  'x-xsrf-token',
]);

/** Does this name, compared without regard to case, stand for a credential? */
export function isCredentialName(name: string): boolean {
  return names.has(name.toLowerCase());
}

/** A header that is a credential by its name, or that the capture already took for one. */
export function isCredentialHeader(header: CapturedHeader): boolean {
  return header.secret !== undefined || isCredentialName(header.name);
}
