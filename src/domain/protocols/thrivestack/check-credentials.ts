import type {CapturedHeaders} from '../../capture/captured-request';
import {getHeader} from '../../capture/headers';
import {checkToken} from '../../checks/check-token';
import {isPlaceholderCredential} from '../../checks/placeholders';
import type {CredentialGap} from '../../verdict/describe/credential-words';
import type {RuleParams} from '../../verdict/describe/words';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue, CheckContext} from '../protocol';

const expected = 'Authorization: Bearer … or x-api-key: …';

/** Reports missing and outdated credentials, and a token that says itself that it is not valid. Of `scopes` one suffices. */
export function checkCredentials(
  {request, sentAt}: CheckContext,
  scopes: readonly string[],
  add: AddIssue,
): void {
  const {headers} = request;
  const key = getHeader(headers, 'x-api-key');
  if (key && key.value?.trim() !== '') {
    checkFilledIn('x-api-key', key.value ?? '', add);
    return;
  }
  const authorization = getHeader(headers, 'authorization');
  // A value that is withheld is there, and that is all that can be said of it.
  if (!authorization) reportMissing(headers, add);
  else if (authorization.value !== null)
    checkAuthorization(authorization.value.trim(), {sentAt, scopes}, add);
}

interface TokenRules {
  sentAt: number | null;
  scopes: readonly string[];
}

function checkAuthorization(value: string, known: TokenRules, add: AddIssue): void {
  const end = value.search(/\s/);
  const scheme = end < 0 ? value : value.slice(0, end);
  const token = end < 0 ? '' : value.slice(end).trim();
  if (value === '') reportNone('empty-authorization', add);
  else if (scheme.toLowerCase() === 'bearer') checkBearer(token, known, add);
  // A value without a scheme is most likely the credential itself, which is never shown.
  else if (token === '' && !KNOWN_SCHEME.test(scheme)) {
    if (checkFilledIn('bearer', value, add)) reportNone('token-without-bearer', add);
  } else reportLegacy(/^[\w-]{1,20}$/.test(scheme) ? {scheme} : 'own-scheme', add);
}

/** A scheme alone is not a credential. */
const KNOWN_SCHEME = /^(?:basic|digest|token|apikey|negotiate|ntlm)$/i;

function checkBearer(token: string, known: TokenRules, add: AddIssue): void {
  if (token === '') reportNone('bearer-without-token', add);
  else if (checkFilledIn('bearer', token, add)) checkToken(token, known, add);
}

/** Says of a credential that it is what stands where a variable was empty or a template was not filled in. */
function checkFilledIn(place: 'x-api-key' | 'bearer', value: string, add: AddIssue): boolean {
  const text = value.trim();
  if (!isPlaceholderCredential(text)) return true;
  add(toIssue('placeholder-credentials', {...whole, params: {place, text, expected}}));
  return false;
}

function reportMissing(headers: CapturedHeaders, add: AddIssue): void {
  if (getHeader(headers, 'key')) reportLegacy('key-header', add);
  // Only a complete list shows that something is not in it.
  else if (headers.state === 'known') reportNone('none', add);
}

const whole = {event: null, pointer: ''} as const;

function reportNone(gap: CredentialGap, add: AddIssue): void {
  add(toIssue('missing-credentials', {...whole, params: {gap, expected}}));
}

function reportLegacy(used: RuleParams['legacy-credentials']['used'], add: AddIssue): void {
  add(toIssue('legacy-credentials', {...whole, params: {used, expected}}));
}
