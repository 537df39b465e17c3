import {parseUrl} from '../parse-url';
import type {RequestOrigin} from './captured-request';

/**
 * The origins that a request comes from: of its page, document or worker script, and initiator. A request without a
 * tab (of a shared or service worker) belongs to each tab that has sent requests from one of its origins.
 */
export function toHomeOrigins(origin: RequestOrigin): string[] {
  const urls = [origin.pageUrl, origin.documentUrl, origin.initiator];
  const origins = urls.flatMap((url) => parseUrl(url)?.origin ?? []);
  return [...new Set(origins)].filter((found) => found !== 'null');
}
