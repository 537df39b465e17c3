/**
 * The one list of names whose value is a credential, and of the endings of such names from any vendor, as in
 * `x-amz-security-token`, `client_secret` and `newPassword`: for headers, parameters of an address, members of a body,
 * fields of a form. Compared without case and separators: `WriteKey`, `write_key` and `write-key` are one.
 *
 * Sources: RFC 6749 and 7523 (OAuth), OpenID Connect, SAML bindings; the lists of Chrome's sanitized HAR (Authorization,
 * Cookie, Set-Cookie) and of Cloudflare's har-sanitizer (`defaultWordList`); the key headers that API gateways and
 * vendors document (AWS, Azure, Google, Cloudflare, Kong, RapidAPI, Shopify, GitLab, Datadog, Honeycomb, Fastly, …).
 */
const secret =
  /^(?:(?:set)?cookie|cookie[2s]|tokens|bearer|dpop|hmac|t?otp|accesskeyid|assertion|authcode|code(?:challenge|verifier)|(?:device|user)code|saml(?:request|response)|relaystate|ticket|(?:c|next)?nonce|[cx]srf|(?:php)?sessid|(?:j|x|aspnet)sessionid|connectsid|sig|xclientdata|facetid|fcparams|serverdata|shdf|usg|vses2|xhoneycombteam|fastlykey|xlc(?:id|key)|xamznoidc(?:data|identity)|xmsclientprincipal(?:id)?|cfaccessclientid|xgooghmac|(?:xgoogiap|cfaccess)jwtassertion|xauthuser|xkey|passcode)$|(?:token|secret|password|passwd|pwd|passphrase|passwordhash|credentials?|signature|authorization|jwt|sessionkey|privatekey|(?:api|access|account|admin|application|app|auth|client|consumer|encryption|functions?|host|license|master|mashape|rapidapi|rest|secret|security|service|shared|signing|subscription|write)key)$/;

/**
 * Names with such an ending that are not credentials: CORS headers, cursors of paged responses, facts about a
 * request's own keys.
 */
const harmless = /^accesscontrol|(?:page|next|pagination|continuation|sync|cursor|cancel|idempotency)token$/;

/**
 * Credentials in a header or an address, but everyday words in the body of an event: `state` is OAuth's and also a
 * part of an address, `code` a currency, `email` a trait, `key` anything.
 */
const everyday = /^(?:key|code|state|auth|challenge|email|clientid|appid|pass|session|(?:session|s)id)$/;

const known = new Map<string, boolean | 'sometimes'>();
const MAX_KNOWN = 2_000;
/** Names of credentials are shorter; an attacker's would be checked letter by letter. */
const MAX_LENGTH = 200;

/**
 * Whether the value of a member of a body, or of a field of a form, is a credential. `sometimes`: the name is an
 * everyday word, so only if the value looks random.
 */
export function isSecretMember(name: string): boolean | 'sometimes' {
  if (name.length > MAX_LENGTH) return false;
  const before = known.get(name);
  if (before !== undefined) return before;
  const kind = look(lastPart(name).toLowerCase().replace(/[\W_]/g, ''));
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(name, kind);
  return kind;
}

/** For `user[password]` and `auth.token` the last part is the name. */
function lastPart(name: string): string {
  return name.split(/[[\].]+/).findLast((part) => /[a-z0-9]/i.test(part)) ?? name;
}

function look(plain: string): boolean | 'sometimes' {
  if (secret.test(plain)) return !harmless.test(plain);
  return everyday.test(plain) && 'sometimes';
}

/** Whether the value of a header with this name is a credential. */
export function isSecretHeader(name: string): boolean {
  return isSecretMember(name) !== false;
}

/**
 * Whether the value of a parameter with this name, in a query or fragment, is a credential. The name may be
 * percent-encoded.
 */
export function isSecretParameter(name: string): boolean {
  return isSecretMember(decodeName(name)) !== false;
}

/**
 * Whether it is a number of credentials, as in `"tokens": 1500`, and not one: `"token": 1500` may be one.
 * @param name of a credential
 * @param json the value as JSON writes it, so that a text in quotes is none
 */
export function isCount(name: string, json: string): boolean {
  return /s$/i.test(name) && /^-?[\d.]{1,12}\s*$/.test(json);
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // Not a valid percent-encoding: used unchanged.
    return name;
  }
}
