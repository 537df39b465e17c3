import type {CapturedHeader, ReplayRecord} from '../../capture/captured-request';
import {isCredentialHeader} from '../../secrets/header-secrets';
import type {HeaderDecision, HeaderOutcome} from './header-decision';
import {whyBrowserSets} from './why-browser-sets';

/** The input for a decision about a header, besides the header. */
export interface SendSituation {
  way: ReplayRecord['way'];
  method: string;
  /** The addresses of the original and of this request: scheme, host and port. Null: there is no original. */
  capturedOrigin: string | null;
  targetOrigin: string;
  /** The original is from a file, which has no credentials. */
  isImported: boolean;
  credentials: CredentialChoice;
  /** True: the browser may send its cookies for the target. */
  cookies: boolean;
  body: {
    /** It is text from the editor, which is sent as UTF-8. */
    edited: boolean;
    /** The bytes are not those of the original. */
    changed: boolean;
    /** The original was compressed, and plain text is sent. */
    unpacked: boolean;
    /** Set if the body had to be written in another format than its Content-Type. */
    contentType: string | null;
  };
}

/**
 * - `same-origin`: captured credentials are only sent to the origin that they were captured for.
 * - `take-along`: sent to any target; an explicit choice.
 * - `leave-out`: not sent.
 * - `of-target`: not sent either; those that the user gave for the selected target are sent instead.
 */
export type CredentialChoice = 'same-origin' | 'take-along' | 'leave-out' | 'of-target';

/** What happens to a header of the original that the user did not change. */
export function decideHeader(header: CapturedHeader, situation: SendSituation): HeaderDecision {
  const tell = (
    outcome: HeaderOutcome,
    reason: string,
    sent: CapturedHeader | null = null,
  ): HeaderDecision => ({
    name: header.name,
    outcome,
    reason,
    before: header,
    sent,
  });
  const name = header.name.toLowerCase();
  if (name === 'cookie') return tell(...decideCookie(situation));
  if (name === 'origin' || name === 'referer') return decidePageHeader(header, situation, tell);
  const browsers = whyBrowserSets(name, situation.way);
  if (browsers !== null) return tell('set-by-browser', browsers);
  const ofBody = decideBodyHeader(header, situation, tell);
  if (ofBody !== null) return ofBody;
  if (isCredentialHeader(header)) return decideCredential(header, situation, tell);
  if (header.value === null) return tell('impossible', whyNoValue(situation));
  return tell('kept', 'Sent as it was captured.', header);
}

function whyNoValue({isImported}: SendSituation): string {
  const who = isImported ? 'The imported file does not contain' : 'The browser did not show';
  return `${who} its value, so it cannot be sent again.`;
}

type Tell = (outcome: HeaderOutcome, reason: string, sent?: CapturedHeader | null) => HeaderDecision;

function decideCookie({cookies}: SendSituation): [HeaderOutcome, string] {
  return cookies
    ? ['set-by-browser', 'The browser sends its current cookies for this address.']
    : ['left-out', 'Cookies are not sent unless you select Cookies.'];
}

function decidePageHeader(header: CapturedHeader, situation: SendSituation, tell: Tell): HeaderDecision {
  if (situation.way === 'page')
    return tell('set-by-browser', 'The browser sets it to the page that sends the request.');
  if (header.value === null) return tell('impossible', whyNoValue(situation));
  return tell('kept', 'Set by a browser rule for this send only.', header);
}

function decideBodyHeader(header: CapturedHeader, {body}: SendSituation, tell: Tell): HeaderDecision | null {
  const name = header.name.toLowerCase();
  if (name === 'content-encoding' && body.unpacked) {
    return tell('left-out', 'The original was compressed. The edited text is not.');
  }
  if (/^(?:content-md5|(?:content-)?digest)$/.test(name)) {
    return body.changed ? tell('left-out', 'The body was edited, so the checksum does not match.') : null;
  }
  if (name === 'content-type' && body.contentType !== null && body.contentType !== header.value) {
    const sent = {name: header.name, value: body.contentType};
    return tell('changed', 'The form is encoded again as application/x-www-form-urlencoded.', sent);
  }
  if (name === 'content-type' && body.edited && header.value !== null) {
    const value = header.value.replace(otherCharset, '$1utf-8');
    if (value !== header.value)
      return tell('changed', 'The edited text is sent as UTF-8.', {...header, value});
  }
  return null;
}

const otherCharset = /(;\s*charset\s*=\s*)"?(?!utf-?8\b)[^\s;"]+"?/i;

function decideCredential(header: CapturedHeader, situation: SendSituation, tell: Tell): HeaderDecision {
  if (header.value === null && header.secret === undefined) {
    const reason = situation.isImported
      ? 'Credentials are not imported.'
      : 'This credential is no longer available: its browser session ended.';
    return tell('impossible', reason);
  }
  const stays = whyCredentialStays(situation);
  if (stays !== null) return tell('left-out', stays);
  const same = situation.capturedOrigin === situation.targetOrigin;
  return tell(
    'kept',
    same
      ? `The captured credential, sent to ${situation.targetOrigin}, where it was captured.`
      : `The captured credential is sent to ${situation.targetOrigin}, as you chose.`,
    header,
  );
}

/** Why a captured credential is not sent; null if it is. */
export function whyCredentialStays({
  credentials,
  capturedOrigin,
  targetOrigin,
}: Pick<SendSituation, 'credentials' | 'capturedOrigin' | 'targetOrigin'>): string | null {
  if (credentials === 'leave-out') return 'You chose to send without credentials.';
  if (credentials === 'of-target')
    return 'You chose the credentials that you entered for this target instead.';
  if (credentials === 'take-along' || capturedOrigin === targetOrigin) return null;
  return capturedOrigin === null
    ? 'Pasted credentials are only sent if you choose to.'
    : `It belongs to ${capturedOrigin} and is not sent to ${targetOrigin} unless you choose to.`;
}
