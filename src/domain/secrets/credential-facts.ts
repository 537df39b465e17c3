import {fromBase64} from '../bytes/to-base64';
import {isPlaceholderCredential} from '../checks/placeholders';
import {readJsonWebToken} from '../checks/read-json-web-token';

/**
 * The facts about a credential that rules need: read where the credential is hidden and stored with the record in its
 * place. They contain no part of the credential.
 */
export interface CredentialFacts {
  /** A known scheme of the Authorization header, as written; `other`; null: the value has no scheme. */
  scheme: string | null;
  /** `scheme-twice`: the token begins with the name of a scheme, as in `Bearer Bearer …`. */
  shape: 'empty' | 'quoted' | 'scheme-twice' | 'json-web-token' | 'malformed' | 'opaque';
  /** Seconds since the epoch, for a JSON Web Token that has them (RFC 7519, sections 4.1.4 and 4.1.5). */
  exp?: number;
  nbf?: number;
  /** The scopes that the token lists. */
  scopes?: readonly string[];
  /** The text of an empty variable, or of a template that was not filled in: `undefined`, `<your_auth_token>`. */
  placeholder?: string;
}

/** Schemes of the registry of HTTP Authentication Schemes (RFC 9110, section 16.4.1), and those that vendors use. */
const KNOWN_SCHEME =
  /^(?:bearer|basic|digest|token|apikey|api-key|key|negotiate|ntlm|oauth|dpop|hawk|jwt|hmac)$/i;
/** Quotation marks around a token were copied with it. */
const QUOTES = /^["'`“”‘’]|["'`“”‘’]$/;
/** Tokens list a few scopes; an attacker's are only stored up to this length. */
const MAX_SCOPES = 20;
const MAX_SCOPE_LENGTH = 100;

/** Reads the value of a header that is a credential. Does not verify it, since its key is not known here. */
export function toCredentialFacts(value: string): CredentialFacts {
  const text = value.trim();
  const end = text.search(/\s/);
  const first = end < 0 ? text : text.slice(0, end);
  const rest = end < 0 ? '' : text.slice(end).trim();
  if (isPlaceholderCredential(text)) return {scheme: null, shape: 'opaque', placeholder: text};
  if (/^basic$/i.test(first)) return {scheme: first, ...readLogin(rest)};
  if (KNOWN_SCHEME.test(first)) return {scheme: first, ...readToken(rest)};
  return rest === '' ? {scheme: null, ...readToken(first)} : {scheme: 'other', ...readToken(rest)};
}

function readToken(token: string): Omit<CredentialFacts, 'scheme'> {
  if (token === '') return {shape: 'empty'};
  if (isPlaceholderCredential(token)) return {shape: 'opaque', placeholder: token};
  if (QUOTES.test(token)) return {shape: 'quoted'};
  if (KNOWN_SCHEME.test(/^\S+(?=\s)/.exec(token)?.[0] ?? '')) return {shape: 'scheme-twice'};
  const claims = readJsonWebToken(token);
  if (claims === 'opaque' || claims === 'malformed') return {shape: claims};
  const {expiresAt, notBefore, scopes} = claims;
  return {
    shape: 'json-web-token',
    ...(expiresAt !== null && {exp: expiresAt}),
    ...(notBefore !== null && {nbf: notBefore}),
    ...(scopes !== null && {
      scopes: scopes.slice(0, MAX_SCOPES).map((scope) => scope.slice(0, MAX_SCOPE_LENGTH)),
    }),
  };
}

/** A user name and password, of which all there is was never filled in: `undefined:` as the write key of Segment. */
function readLogin(encoded: string): Omit<CredentialFacts, 'scheme'> {
  const login = new TextDecoder().decode(fromBase64(encoded) ?? undefined);
  if (login === ':') return {shape: 'empty'};
  const [user = '', password] = login.split(/:(.*)/s);
  const isUnset = isPlaceholderCredential(user) && (!password || isPlaceholderCredential(password));
  return isUnset ? {shape: 'opaque', placeholder: user} : readToken(encoded);
}
