/**
 * Characters that readers or terminals do not treat as text: controls, those that change the text direction
 * (CVE-2021-42574), line separators, and all others that are invisible. The joiners of emoji and of several scripts
 * are text.
 */
const hidden = /[\p{Cc}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu;

/** True if the text contains one, including a tab or a line break. */
export function hasHidden(text: string): boolean {
  hidden.lastIndex = 0;
  return hidden.test(text);
}

/** Calls `replace` for each of them; for an astral character, for each of its halves. */
export function replaceHidden(text: string, replace: (code: number, char: string) => string): string {
  return text.replace(hidden, (found) =>
    Array.from({length: found.length}, (_, at) => replace(found.charCodeAt(at), found)).join(''),
  );
}

/**
 * The text with each of them escaped as in JSON and JavaScript (`\u202e`), so that it is visible and means the same
 * inside a string. Tabs and line breaks are kept.
 */
export function escapeHidden(text: string): string {
  return replaceHidden(text, (code, char) => (/[\t\n\r]/.test(char) ? char : toEscape(code)));
}

/** `\u202e` for 0x202e. */
export function toEscape(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * The first `length` UTF-16 units of a longer text, and "…". A character is not cut in half: that half would be shown as
 * the escape of a lone surrogate, which the text does not contain.
 */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const isInside = (text.codePointAt(length - 1) ?? 0) > 0xffff;
  return `${text.slice(0, isInside ? length - 1 : length)}…`;
}
