/** Text that programs write for a variable that was never set, in any case, and "" in quotation marks. */
const unset = new Set([
  '',
  'undefined',
  'null',
  'nan',
  'none',
  'nil',
  'n/a',
  '(null)',
  '(not set)',
  '<null>',
  'undefined undefined',
]);

/** Words used in place of an ID that may be intended. */
const intended = new Set(['unknown', 'anonymous', 'unassigned', 'default_account', 'default', 'test']);

/** The nil UUID and the max UUID (RFC 9562, sections 5.9 and 5.10). */
const NIL_UUID = /^\{?(?:0{8}-?(?:0{4}-?){3}0{12}|f{8}-?(?:f{4}-?){3}f{12})\}?$/i;

/**
 * A template that was not filled in: `{{User ID}}`, `${user.id}`, `<user-id>`, `%USER_ID%`, `[[user]]`; but not the
 * masks of a recording. An object as text is alike: `[object Object]`, or `[object Promise]` without its `await`.
 */
const TEMPLATE =
  /^(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\([^()]*\)|<(?!redacted|hidden|masked|removed)[\w .:-]+>|%[\w.-]+%|\[\[[^[\]]*\]\]|\[object \w+\]|#\{[^{}]*\}|\{[a-z][\w .-]*\}|your[ _-](?:[\w-]+[ _-])?id(?:[ _-]here)?)$/i;

/** Variable names and words of documentation used in place of a credential. */
const CREDENTIAL =
  /^(?:\$\w+|process\.env\.\w+|import\.meta\.env\.\w+|(?:your|insert|enter|replace)[ _-].*|x{3,}|change[_-]?me|to-?do|placeholder|(?:api|write|access|auth)[ _-]?(?:key|token))$/i;

/** Every placeholder begins with one of these, but most IDs do not. */
const START = /^[\s"'{$<%[#(0undatyfUNDATYF]/;

/** Placeholders are not longer, so longer texts are not checked. */
const LONGEST = 100;

export type PlaceholderKind = 'unset' | 'template' | 'intended';

/** Whether a text that should be an ID or a name is a placeholder; null: it is not. */
export function findPlaceholder(text: string): PlaceholderKind | null {
  if (text.length > LONGEST || !START.test(text)) return null;
  const plain = text.trim();
  // JSON.stringify() was called once too often.
  const word = plain.replace(/^(["'])(.*)\1$/s, '$2').toLowerCase();
  if (unset.has(word) || NIL_UUID.test(plain)) return 'unset';
  if (TEMPLATE.test(plain)) return 'template';
  return intended.has(word) ? 'intended' : null;
}

/** Whether a text that should be a key or a token is a placeholder. */
export function isPlaceholderCredential(text: string): boolean {
  const kind = findPlaceholder(text);
  if (kind === 'unset' || kind === 'template') return true;
  return text.length <= LONGEST && CREDENTIAL.test(text.trim());
}

/** White space, and invisible characters. */
const INVISIBLE = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*$/;

/** Whether it is empty: no value, null, or only invisible characters. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && INVISIBLE.test(value));
}
