import type {ReplayRecord} from '../capture/captured-request';

export interface RedirectSituation {
  /** The user wants them followed. */
  asked: boolean;
  way: ReplayRecord['way'];
  /** A credential is among the headers that are sent. */
  hasCredentials: boolean;
  /** The extension may reach the address, so that browser rules of ours hold there. */
  mayReach: boolean;
}

/**
 * Whether redirects are followed, and a sentence on it for the user. `fetch` takes every header but Authorization along
 * to another host (Fetch Standard, 4.4 HTTP-redirect fetch), so that a credential has to be set by a rule for the
 * original address only, or the redirect is not followed.
 */
export function decideRedirects({asked, way, hasCredentials, mayReach}: RedirectSituation): {
  followed: boolean;
  note: string | null;
} {
  if (!asked) return {followed: false, note: null};
  if (hasCredentials && way === 'page') {
    const note = 'Redirects are not followed: sent as the page, the credentials would go along to any host.';
    return {followed: false, note};
  }
  if (hasCredentials && !mayReach) {
    const note =
      'Redirects are not followed: without your permission the credentials would go along to any host.';
    return {followed: false, note};
  }
  const note =
    way === 'page'
      ? null
      : 'Redirects are followed: to another origin without credentials, and with the browser’s own Origin.';
  return {followed: true, note};
}
