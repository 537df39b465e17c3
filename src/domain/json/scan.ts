/**
 * The basic steps over JSON text that all readers of positions share. They assume text that JSON.parse accepts, but
 * for any other text they also end, without throwing: a step that does not find a closing quote or bracket returns a
 * position beyond the end of the text. None of them is recursive, so deep nesting cannot overflow the stack.
 */

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const BACKSLASH = 0x5c;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
const BYTE_ORDER_MARK = 0xfeff;

/** Where the document's value begins: after a byte order mark and whitespace. */
export function startOfDocument(text: string): number {
  return skipWhitespace(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);
}

/** The next character that is not one of JSON's four whitespace characters. */
export function skipWhitespace(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20 || (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09)) break;
  }
  return at;
}

/**
 * `from` is the opening quote; returns the position after the closing one. Searching for the quote and then checking
 * for backslashes before it is twice as fast as checking each character.
 */
export function endOfString(text: string, from: number): number {
  let quote = text.indexOf('"', from + 1);
  while (quote >= 0 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote < 0 ? text.length + 1 : quote + 1;
}

/** There is an odd number of backslashes before it. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

/** `from` is the first character of any value; returns the position after its last. */
export function endOfValue(text: string, from: number): number {
  const code = text.charCodeAt(from);
  if (code === QUOTE) return endOfString(text, from);
  if (code === OPEN_OBJECT || code === OPEN_ARRAY) return endOfContainer(text, from + 1);
  return endOfScalar(text, from);
}

/** `from` is inside an object or array, not inside a string; returns the position after its closing bracket. */
export function endOfContainer(text: string, from: number): number {
  const length = text.length;
  let depth = 1;
  let at = from;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
      continue;
    }
    at++;
    if (code === OPEN_OBJECT || code === OPEN_ARRAY) depth++;
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      depth--;
      if (depth === 0) return at;
    }
  }
  return length + 1;
}

/** A number, true, false or null; in other text everything before the next delimiter. */
function endOfScalar(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === COMMA || code === CLOSE_ARRAY || code === CLOSE_OBJECT) break;
  }
  return at;
}

/** The text between the quotes of a key or string, as JSON.parse reads it; `end` is after the closing quote. */
export function readString(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes('\\') ? unescapeString(text.slice(start, end), raw) : raw;
}

function unescapeString(quoted: string, raw: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    // Not JSON: the raw text is the best available name.
    return raw;
  }
}
