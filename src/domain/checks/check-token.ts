import type {AddIssue} from '../protocols/protocol';
import type {CredentialFacts} from '../secrets/credential-facts';
import {toIssue} from '../verdict/to-issue';

export interface TokenNeeds {
  /** When the request was sent, in milliseconds since the epoch; null: the token's validity in time is not checked. */
  sentAt: number | null;
  /** One of these suffices. */
  scopes: readonly string[];
}

/** Reports why the server will reject a bearer token with these facts. */
export function checkToken(facts: CredentialFacts, needs: TokenNeeds, add: AddIssue): void {
  const {shape} = facts;
  if (shape === 'quoted' || shape === 'scheme-twice' || shape === 'malformed') {
    add(toIssue('malformed-token', {...whole, params: {shape}}));
    return;
  }
  if (facts.shape !== 'json-web-token') return;
  if (needs.sentAt !== null) checkValidity(facts, needs.sentAt / 1000, add);
  checkScopes(facts, needs.scopes, add);
}

const whole = {event: null, pointer: ''} as const;

function checkValidity({exp, nbf}: CredentialFacts, sentAt: number, add: AddIssue): void {
  if (exp !== undefined && exp <= sentAt) add(toIssue('expired-token', {...whole, params: {expiresAt: exp}}));
  if (nbf !== undefined && nbf > sentAt)
    add(toIssue('token-not-yet-valid', {...whole, params: {notBefore: nbf}}));
}

function checkScopes({scopes}: CredentialFacts, needed: readonly string[], add: AddIssue): void {
  if (scopes === undefined || scopes.some((scope) => needed.includes(scope))) return;
  add(toIssue('missing-scope', {...whole, params: {scopes, needed}}));
}
