import type {CapturedHeader, CapturedHeaders} from '../../../capture/captured-request';
import {getHeader} from '../../../capture/headers';
import {checkToken, type TokenNeeds} from '../../../checks/check-token';
import type {CredentialFacts} from '../../../secrets/credential-facts';
import {factsOf} from '../../../secrets/header-secrets';
import type {CredentialGap} from '../../../verdict/describe/credential-words';
import type {RuleParams} from '../../../verdict/describe/words';
import {toIssue} from '../../../verdict/to-issue';
import type {AddIssue, CheckContext} from '../../protocol';

const expected = 'Authorization: Bearer … or x-api-key: …';

/**
 * Reports missing and outdated credentials, and a token that is not valid according to its own contents. One of
 * `scopes` is sufficient.
 */
export function checkCredentials(
  {request, sentAt}: CheckContext,
  scopes: readonly string[],
  add: AddIssue,
): void {
  const {headers} = request;
  const key = getHeader(headers, 'x-api-key');
  if (key && key.value?.trim() !== '') {
    checkFilledIn('x-api-key', factsOf(key), add);
    return;
  }
  const authorization = getHeader(headers, 'authorization');
  if (!authorization) reportMissing(headers, add);
  else checkAuthorization(authorization, {sentAt, scopes}, add);
}

function checkAuthorization(header: CapturedHeader, needs: TokenNeeds, add: AddIssue): void {
  const facts = factsOf(header);
  // A hidden value exists, but nothing else is known of it.
  if (facts === null) return;
  if (facts.scheme === null && facts.shape === 'empty') reportNone('empty-authorization', add);
  else if (facts.scheme?.toLowerCase() === 'bearer') checkBearer(facts, needs, add);
  // A value without a scheme is most likely the credential itself.
  else if (facts.scheme === null) {
    if (checkFilledIn('bearer', facts, add)) reportNone('token-without-bearer', add);
  } else reportLegacy(facts.scheme === 'other' ? 'own-scheme' : {scheme: facts.scheme}, add);
}

function checkBearer(facts: CredentialFacts, needs: TokenNeeds, add: AddIssue): void {
  if (facts.shape === 'empty') reportNone('bearer-without-token', add);
  else if (checkFilledIn('bearer', facts, add)) checkToken(facts, needs, add);
}

/** Reports a credential that is a placeholder: a variable was empty, or a template was not filled in. */
function checkFilledIn(place: 'x-api-key' | 'bearer', facts: CredentialFacts | null, add: AddIssue): boolean {
  const text = facts?.placeholder;
  if (text === undefined) return true;
  add(toIssue('placeholder-credentials', {...whole, params: {place, text, expected}}));
  return false;
}

function reportMissing(headers: CapturedHeaders, add: AddIssue): void {
  if (getHeader(headers, 'key')) reportLegacy('key-header', add);
  // Only a complete list proves that something is missing.
  else if (headers.state === 'known') reportNone('none', add);
}

const whole = {event: null, pointer: ''} as const;

function reportNone(gap: CredentialGap, add: AddIssue): void {
  add(toIssue('missing-credentials', {...whole, params: {gap, expected}}));
}

function reportLegacy(used: RuleParams['legacy-credentials']['used'], add: AddIssue): void {
  add(toIssue('legacy-credentials', {...whole, params: {used, expected}}));
}
