import {endOfString} from '../json/scan';

/**
 * The value of a log or of a part of it; undefined if it is not JSON. Some programs write what JSON does not allow
 * (Python's NaN and Infinity, control characters that are not escaped): then only that field is lost.
 */
export function parseHar(text: string): unknown {
  return tryParse(text) ?? tryParse(toStrictJson(text));
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toStrictJson(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const start = quote < 0 ? text.length : quote;
    const end = quote < 0 ? text.length : endOfString(text, quote);
    parts.push(
      text.slice(at, start).replace(/-?\b(?:NaN|Infinity)\b/g, 'null'),
      text.slice(start, end).replace(/\p{Cc}/gu, escapeControl),
    );
    at = end;
  }
  return parts.join('');
}

function escapeControl(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
