import type {AddIssue} from '../protocols/protocol';
import type {RuleCode} from '../verdict/rule-catalogue';
import {toIssue} from '../verdict/to-issue';
import {readJsonWebToken, type TokenClaims} from './read-json-web-token';

export interface TokenNeeds {
  /** When the request was sent, in milliseconds since the epoch; null: nothing is said about validity in time. */
  sentAt: number | null;
  /** One of these suffices. */
  scopes: readonly string[];
}

/** Reads a bearer token, never verifying it, and reports why the server will refuse it. The token itself is never shown. */
export function checkToken(token: string, needs: TokenNeeds, add: AddIssue): void {
  const claims = readJsonWebToken(token);
  if (claims === 'opaque') return;
  if (claims === 'malformed') {
    report(
      'malformed-token',
      'The bearer token begins like a JSON Web Token but cannot be read; copy it again, complete and without quotes.',
      add,
    );
    return;
  }
  if (needs.sentAt !== null) checkValidity(claims, needs.sentAt / 1000, add);
  checkScopes(claims, needs.scopes, add);
}

function checkValidity({expiresAt, notBefore}: TokenClaims, sentAt: number, add: AddIssue): void {
  if (expiresAt !== null && expiresAt <= sentAt)
    report(
      'expired-token',
      `The bearer token expired on ${formatTime(expiresAt)}, before the request was sent; get a new one.`,
      add,
    );
  if (notBefore !== null && notBefore > sentAt)
    report(
      'token-not-yet-valid',
      `The bearer token is valid only from ${formatTime(notBefore)}, after the request was sent; wait, or check the clock.`,
      add,
    );
}

function checkScopes({scopes}: TokenClaims, needed: readonly string[], add: AddIssue): void {
  if (scopes === null || scopes.some((scope) => needed.includes(scope))) return;
  report(
    'missing-scope',
    `The bearer token lists the scopes ${scopes.slice(0, 10).join(', ') || '(none)'}; ${needed.join(' or ')} is needed.`,
    add,
  );
}

function report(code: RuleCode, message: string, add: AddIssue): void {
  add(toIssue(code, {event: null, pointer: '', message}));
}

/** Seconds since the epoch as people read them. */
function formatTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime())
    ? `second ${seconds}`
    : date.toISOString().replace('T', ' ').replace('.000Z', ' UTC');
}
