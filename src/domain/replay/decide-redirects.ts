import type {ReplayRecord} from '../capture/captured-request';

export interface RedirectSituation {
  /** The user wants them followed. */
  asked: boolean;
  way: ReplayRecord['way'];
  /** A credential is among the headers that are sent. */
  hasCredentials: boolean;
  /** The body holds a credential, which a redirect that keeps the method takes along. */
  hasCredentialsInBody: boolean;
  /** The extension may reach the address, so that browser rules of ours hold there. */
  mayReach: boolean;
}

/**
 * Whether redirects are followed, and a sentence on it for the user. `fetch` takes every header but Authorization along
 * to another host (Fetch Standard, 4.4 HTTP-redirect fetch), so that a credential has to be set by a rule for the
 * original address only, or the redirect is not followed.
 */
export function decideRedirects(situation: RedirectSituation): {
  followed: boolean;
  note: string | null;
} {
  const {asked, way, hasCredentials, hasCredentialsInBody, mayReach} = situation;
  if (!asked) return {followed: false, note: null};
  if (hasCredentials && way === 'page') {
    const note =
      'Redirects are not followed: when sent as the page, credentials would be passed on to any host.';
    return {followed: false, note};
  }
  if (hasCredentials && !mayReach) {
    const note =
      'Redirects are not followed: without your permission, credentials would be passed on to any host.';
    return {followed: false, note};
  }
  const notes = [
    ...(way === 'page'
      ? []
      : [
          'Redirects are followed. Those to another origin are sent without credential headers and with the browser’s own Origin.',
        ]),
    ...(hasCredentialsInBody
      ? ['The body contains credentials. A redirect with status 307 or 308 passes them on to any origin.']
      : []),
  ];
  return {followed: true, note: notes.length === 0 ? null : notes.join(' ')};
}
