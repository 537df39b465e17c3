import type {CapturedRequest} from '../captured-request';
import {REDIRECTED_UNSENT} from '../failure';
import type {WebRequestObservation} from '../observation';

/**
 * A redirect has status 0 if the browser decides on another address before anything is sent, and then continues with the
 * same ID: to upgrade to HTTPS (HSTS), or because another extension wants it. To the same address, Firefox passes the
 * request to the page's service worker.
 */
export function redirectUnsent(
  request: CapturedRequest,
  {to, at}: Extract<WebRequestObservation, {phase: 'redirected'}>,
): CapturedRequest {
  const place = toPlace(to);
  if (place === toPlace(request.url) || place === toPlace(request.url).replace(/^http:/, 'https:')) {
    return {...request, url: to};
  }
  // Firefox reports nothing more of this address.
  return {...request, outcome: {state: 'failed', error: REDIRECTED_UNSENT, endedAt: at}};
}

/** The address without its query, which another extension may shorten. */
function toPlace(url: string): string {
  return url.replace(/[?#].*/s, '');
}
