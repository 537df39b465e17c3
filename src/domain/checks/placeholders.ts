/** What programs write where a variable was never set, in any case. */
const unset = new Set([
  'undefined',
  'null',
  'nan',
  'none',
  'nil',
  '[object object]',
  '(null)',
  '<null>',
  'undefined undefined',
]);

/** Words that stand in for an id and may be intended. */
const intended = new Set(['unknown', 'anonymous', 'unassigned', 'default_account', 'default', 'test']);

/** The nil UUID and the max UUID (RFC 9562, sections 5.9 and 5.10). */
const NIL_UUID = /^\{?(?:0{8}-?(?:0{4}-?){3}0{12}|f{8}-?(?:f{4}-?){3}f{12})\}?$/i;

/**
 * A template that was not filled in: `{{User ID}}`, `${user.id}`, `<user-id>`, `%USER_ID%`, `[[user]]`; not what a
 * recording hides.
 */
const TEMPLATE =
  /^(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\([^()]*\)|<(?!redacted|hidden|masked|removed)[\w .:-]+>|%[\w.-]+%|\[\[[^[\]]*\]\]|#\{[^{}]*\}|\{[a-z][\w .-]*\}|your[ _-](?:[\w-]+[ _-])?id(?:[ _-]here)?)$/i;

/** Names of variables and words of documents in place of a credential. */
const CREDENTIAL =
  /^(?:\$\w+|process\.env\.\w+|import\.meta\.env\.\w+|(?:your|insert|enter|replace)[ _-].*|x{3,}|change[_-]?me|to-?do|placeholder|(?:api|write|access|auth)[ _-]?(?:key|token))$/i;

/** Every placeholder begins with one of these, and most ids do not. */
const START = /^[\s{$<%[#(0undatyfUNDATYF]/;

/** No placeholder is longer; what is, is not looked at. */
const LONGEST = 100;

export type PlaceholderKind = 'unset' | 'template' | 'intended';

/** Whether a text that should be an id or a name is a stand-in instead; null: it is not. */
export function findPlaceholder(text: string): PlaceholderKind | null {
  if (text.length > LONGEST || !START.test(text)) return null;
  const plain = text.trim();
  const word = plain.toLowerCase();
  if (unset.has(word) || NIL_UUID.test(plain)) return 'unset';
  if (TEMPLATE.test(plain)) return 'template';
  return intended.has(word) ? 'intended' : null;
}

/** Whether a text that should be a key or a token is a stand-in instead. */
export function isPlaceholderCredential(text: string): boolean {
  const kind = findPlaceholder(text);
  if (kind === 'unset' || kind === 'template') return true;
  return text.length <= LONGEST && CREDENTIAL.test(text.trim());
}

/** White space, and characters that cannot be seen. */
const INVISIBLE = /^[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*$/;

/** Whether nothing is there: no value, null, or only invisible characters. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && INVISIBLE.test(value));
}
