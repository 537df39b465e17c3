import {MAX_DEPTH} from './max-depth';
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfString,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipWhitespace,
} from './scan';

/**
 * Lays JSON text out on indented lines for reading. Only whitespace between tokens changes: numbers, escapes, order
 * and duplicate keys stay as they were sent. What is nested deeper than MAX_DEPTH stays on one line, since its
 * indentation would outgrow the text. Never throws; text that is no JSON keeps all that is not whitespace.
 */
export function formatJson(text: string, indent = '  '): string {
  const parts: string[] = [];
  let depth = 0;
  let lastWord = -1;
  for (let at = skipWhitespace(text, 0); at < text.length; ) {
    const code = text.charCodeAt(at);
    const end = endOfToken(text, at, code);
    const token = text.slice(at, end);
    const next = skipWhitespace(text, end);
    if (isOpening(code)) {
      depth++;
      parts.push(token);
      if (!isClosing(text.charCodeAt(next))) parts.push(lineBreak(depth, indent));
    } else if (isClosing(code)) {
      const isEmpty = parts.at(-1) === '[' || parts.at(-1) === '{';
      if (!isEmpty) parts.push(lineBreak(depth, indent, 1));
      parts.push(token);
      depth--;
    } else if (code === COMMA) {
      parts.push(token, lineBreak(depth, indent));
    } else if (code === COLON) {
      parts.push(': ');
    } else {
      // Only in text that is no JSON does one word follow another.
      parts.push(lastWord >= 0 && parts.length === lastWord ? ` ${token}` : token);
      lastWord = parts.length;
    }
    at = next;
  }
  return parts.join('');
}

/** `closing`: the bracket itself stands one level further out than what it encloses. */
function lineBreak(depth: number, indent: string, closing = 0): string {
  return depth > MAX_DEPTH || depth < closing ? '' : `\n${indent.repeat(depth - closing)}`;
}

function endOfToken(text: string, at: number, code: number): number {
  if (code === QUOTE) return Math.min(endOfString(text, at), text.length);
  if (isOpening(code) || isClosing(code) || code === COMMA || code === COLON) return at + 1;
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) > 0x20 && !'[]{}",:'.includes(text.charAt(end))) end++;
  return end;
}

function isOpening(code: number): boolean {
  return code === OPEN_ARRAY || code === OPEN_OBJECT;
}

function isClosing(code: number): boolean {
  return code === CLOSE_ARRAY || code === CLOSE_OBJECT;
}
