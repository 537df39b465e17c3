import type {CapturedHeader, ReplayRecord} from '../../capture/captured-request';
import {isCredentialHeader} from '../../secrets/header-secrets';
import {whatIsFilledIn} from './browser-headers';
import type {HeaderDecision, HeaderOutcome} from './header-decision';
import {whyBrowserSets} from './why-browser-sets';

/**
 * The user's decision about one header of a replay. A credential is given as its key in the session's secret store,
 * never as its value, since a plan is stored on disk. `reason` says where a credential comes from that was not given
 * for this draft. `isPasted`: it was found in a pasted request, and is treated like a captured one.
 */
export type HeaderEdit =
  | {name: string; value: string}
  | {name: string; secret: string; reason?: string; isPasted?: boolean}
  | {name: string; remove: true};

/** The result of an edit; `before` is the original's header with that name, if it had one. */
export function decideEdit(
  edit: HeaderEdit,
  before: CapturedHeader | null,
  way: ReplayRecord['way'],
): HeaderDecision {
  const name = before?.name ?? edit.name;
  const tell = (
    outcome: HeaderOutcome,
    reason: string,
    sent: CapturedHeader | null = null,
  ): HeaderDecision => ({
    name,
    outcome,
    reason,
    before,
    sent,
  });
  const why = whyNotOurs(edit.name, way);
  if (why !== null) return tell('remove' in edit ? 'set-by-browser' : 'impossible', why);
  if ('remove' in edit) {
    // The browser always sends some headers.
    const own = whatIsFilledIn(edit.name);
    return own === null
      ? tell('left-out', 'You removed it.')
      : tell('set-by-browser', `You removed it. The browser sends ${own} instead.`);
  }
  if ('value' in edit && isCredentialHeader(edit)) {
    return tell('impossible', 'A credential must be stored for the session first.');
  }
  const sent: CapturedHeader =
    'secret' in edit ? {name, value: null, secret: edit.secret} : {name, value: edit.value};
  const given = 'secret' in edit ? edit.reason : undefined;
  if (before === null) return tell('added', given ?? 'You added it.', sent);
  if (given !== undefined) return tell('replaced', given, sent);
  return isCredentialHeader(before) || 'secret' in edit
    ? tell('replaced', 'The credential that you chose, instead of the captured one.', sent)
    : tell('changed', 'Sent with the value that you entered.', sent);
}

function whyNotOurs(name: string, way: ReplayRecord['way']): string | null {
  const lower = name.toLowerCase();
  if (lower === 'cookie') return 'Scripts cannot set cookies. Select Cookies to send those of the browser.';
  if (lower === 'origin' || lower === 'referer') {
    return way === 'page' ? 'The browser sets it to the page that sends the request.' : null;
  }
  return whyBrowserSets(name, way);
}
