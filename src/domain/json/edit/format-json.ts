import {MAX_DEPTH} from '../faults/max-depth';
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
} from '../scan';

/**
 * Lays JSON text out on indented lines for reading. Only whitespace between tokens changes: numbers, escapes, order
 * and duplicate keys stay as they were sent. What is nested deeper than MAX_DEPTH stays on one line, since its
 * indentation would outgrow the text. Never throws; text that is no JSON keeps all that is not whitespace.
 */
export function formatJson(text: string, indent = '  '): string {
  const lineBreaks = Array.from({length: MAX_DEPTH + 1}, (_, level) => `\n${indent.repeat(level)}`);
  const lineBreak = (level: number) => lineBreaks[level] ?? '';
  let formatted = '';
  let depth = 0;
  let last = COMMA;
  for (let at = skipWhitespace(text, 0); at < text.length; ) {
    const code = text.charCodeAt(at);
    const end = endOfToken(text, at, code);
    const token = text.slice(at, end);
    const next = skipWhitespace(text, end);
    if (isOpening(code)) {
      depth++;
      formatted += isClosing(text.charCodeAt(next)) ? token : token + lineBreak(depth);
    } else if (isClosing(code)) {
      const isEmpty = isOpening(last);
      formatted += isEmpty || depth > MAX_DEPTH ? token : lineBreak(depth - 1) + token;
      depth--;
    } else if (code === COMMA) {
      formatted += token + lineBreak(depth);
    } else if (code === COLON) {
      formatted += ': ';
    } else {
      // Only in text that is no JSON does one word follow another.
      formatted += isWord(last) ? ` ${token}` : token;
    }
    last = code;
    at = next;
  }
  return formatted;
}

function endOfToken(text: string, at: number, code: number): number {
  if (code === QUOTE) return Math.min(endOfString(text, at), text.length);
  if (!isWord(code)) return at + 1;
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) > 0x20 && !'[]{}",:'.includes(text.charAt(end))) end++;
  return end;
}

/** A string, number or literal, or what stands in its place. */
function isWord(code: number): boolean {
  return !isOpening(code) && !isClosing(code) && code !== COMMA && code !== COLON;
}

function isOpening(code: number): boolean {
  return code === OPEN_ARRAY || code === OPEN_OBJECT;
}

function isClosing(code: number): boolean {
  return code === CLOSE_ARRAY || code === CLOSE_OBJECT;
}
