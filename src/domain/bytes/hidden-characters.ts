/**
 * Characters that a reader or a terminal takes for something else than text: controls, those that turn the direction of
 * writing (CVE-2021-42574), separators of lines, and whatever else has no shape of its own. The joiners of emoji and of
 * several scripts are text.
 */
const hidden = /[\p{Cc}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu;

/** True where the text holds one, a tab or a line break included. */
export function hasHidden(text: string): boolean {
  hidden.lastIndex = 0;
  return hidden.test(text);
}

/** Calls `replace` for each of them, an astral one as its two halves. */
export function replaceHidden(text: string, replace: (code: number, char: string) => string): string {
  return text.replace(hidden, (found) =>
    Array.from({length: found.length}, (_, at) => replace(found.charCodeAt(at), found)).join(''),
  );
}

/**
 * The text with each of them written as JSON and JavaScript do (`\u202e`), so that it can be seen, and inside a string
 * means the same. Tabs and line breaks stay.
 */
export function escapeHidden(text: string): string {
  return replaceHidden(text, (code, char) => (/[\t\n\r]/.test(char) ? char : toEscape(code)));
}

/** `\u202e` for 0x202e. */
export function toEscape(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
