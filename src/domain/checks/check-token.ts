import type {AddIssue} from '../protocols/protocol';
import {toIssue} from '../verdict/to-issue';
import {readJsonWebToken, type TokenClaims} from './read-json-web-token';

export interface TokenNeeds {
  /** When the request was sent, in milliseconds since the epoch; null: nothing is said about validity in time. */
  sentAt: number | null;
  /** One of these suffices. */
  scopes: readonly string[];
}

/** Quotation marks around a token come from copying it with them. */
const QUOTES = /^["'`“”‘’]+|["'`“”‘’]+$/g;

/** Reads a bearer token, never verifying it, and reports why the server will refuse it. The token itself is never shown. */
export function checkToken(token: string, needs: TokenNeeds, add: AddIssue): void {
  const bare = token.replace(QUOTES, '');
  if (bare !== token) {
    add(toIssue('malformed-token', {...whole, params: {isQuoted: true}}));
    return;
  }
  const claims = readJsonWebToken(token);
  if (claims === 'opaque') return;
  if (claims === 'malformed') {
    add(toIssue('malformed-token', {...whole, params: {isQuoted: false}}));
    return;
  }
  if (needs.sentAt !== null) checkValidity(claims, needs.sentAt / 1000, add);
  checkScopes(claims, needs.scopes, add);
}

const whole = {event: null, pointer: ''} as const;

function checkValidity({expiresAt, notBefore}: TokenClaims, sentAt: number, add: AddIssue): void {
  if (expiresAt !== null && expiresAt <= sentAt)
    add(toIssue('expired-token', {...whole, params: {expiresAt}}));
  if (notBefore !== null && notBefore > sentAt)
    add(toIssue('token-not-yet-valid', {...whole, params: {notBefore}}));
}

function checkScopes({scopes}: TokenClaims, needed: readonly string[], add: AddIssue): void {
  if (scopes === null || scopes.some((scope) => needed.includes(scope))) return;
  add(toIssue('missing-scope', {...whole, params: {scopes, needed}}));
}
