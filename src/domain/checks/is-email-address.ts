/**
 * Matches nearly every address in one step. Each repetition begins with a distinct character, so there is no
 * backtracking.
 */
const COMMON = /^[\w+-]+(?:\.[\w+-]+)*@(?:[a-z\d]+(?:-+[a-z\d]+)*\.)+[a-z\d]+$/i;
const LOCAL = /^(?:[^\s@"(),:;<>[\\\]]+|"(?:[^"\\]|\\.)+")$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

/**
 * Whether a text has the syntax of an email address (RFC 5321 with the Unicode of RFC 6531): lenient before the @,
 * and after it a domain of at least two labels, or an address literal in brackets.
 */
export function isEmailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64) return false;
  if (COMMON.test(text) && text.length - at <= 64) return true;
  const local = text.slice(0, at);
  if (!LOCAL.test(local) || (local[0] !== '"' && isBadlyDotted(local))) return false;
  const domain = text.slice(at + 1);
  if (/^\[[\w.:]+\]$/.test(domain)) return true;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => label.length <= 63 && LABEL.test(label));
}

function isBadlyDotted(local: string): boolean {
  return local.startsWith('.') || local.endsWith('.') || local.includes('..');
}
