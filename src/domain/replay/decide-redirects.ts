import type {ReplayRecord} from '../capture/captured-request';

export interface RedirectSituation {
  /** The user chose to follow them. */
  asked: boolean;
  way: ReplayRecord['way'];
  /** The headers that are sent contain a credential. */
  hasCredentials: boolean;
  /** The body contains a credential, which a redirect that keeps the method sends too. */
  hasCredentialsInBody: boolean;
  /** The extension has access to the address, so our browser rules work there. */
  mayReach: boolean;
}

/**
 * Whether redirects are followed, and a sentence about it for the user. `fetch` sends all headers except
 * Authorization to another host (Fetch Standard, 4.4 HTTP-redirect fetch), so a credential must be set by a rule for
 * the original address only, or the redirect is not followed.
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
