import {fromBase64} from '../bytes/to-base64';
import {isJsonObject, type JsonObject, type JsonValue} from '../json/json-value';

/** The contents of a JSON Web Token. It is read, not verified, since its key is not known here. */
export interface TokenClaims {
  /** Seconds since the epoch (RFC 7519, NumericDate). */
  expiresAt: number | null;
  notBefore: number | null;
  /** Null: the token does not list any. */
  scopes: readonly string[] | null;
}

/** 'opaque': not a JSON Web Token, and not checked. 'malformed': it begins like one but is not. */
export function readJsonWebToken(token: string): TokenClaims | 'opaque' | 'malformed' {
  // The header is an object, so its Base64 begins like that of {" or of { and white space.
  if (!/^e[w3y][0-9A-Za-z]/.test(token) || token.length > 20_000) return 'opaque';
  const parts = token.split('.');
  // Five parts are an encrypted token, whose claims cannot be read.
  if (parts.length === 5) return 'opaque';
  if (parts.length === 1 && !token.startsWith('eyJ')) return 'opaque';
  const claims = parts.length === 3 ? readPart(parts[1] ?? '') : null;
  if (!claims || !readPart(parts[0] ?? '')) return 'malformed';
  return {expiresAt: toNumber(claims.exp), notBefore: toNumber(claims.nbf), scopes: readScopes(claims)};
}

/** Some servers read digits in a text as a number, others reject the token: if it has expired, both reject it. */
function toNumber(value: JsonValue | undefined): number | null {
  if (typeof value === 'string' && /^\d{1,15}(?:\.\d{1,9})?$/.test(value)) return Number(value);
  return typeof value === 'number' ? value : null;
}

/** Scopes are a text with spaces (RFC 8693) or, from some issuers, an array. */
function readScopes(claims: JsonObject): string[] | null {
  const listed = claims.scope ?? claims.scopes ?? claims.scp;
  if (typeof listed === 'string') return listed.split(/[\s,]+/).filter((scope) => scope !== '');
  return Array.isArray(listed) ? listed.filter((scope) => typeof scope === 'string') : null;
}

function readPart(part: string): JsonObject | null {
  const bytes = fromBase64Url(part);
  if (!bytes) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isJsonObject(value) ? value : null;
  } catch {
    // Not JSON: the caller reports that the token cannot be read.
    return null;
  }
}

/** RFC 4648, section 5: two digits differ from those of Base64, and there is no padding. */
function fromBase64Url(text: string): Uint8Array | null {
  return /[^\w-]/.test(text) ? null : fromBase64(text.replace(/-/g, '+').replace(/_/g, '/'));
}
