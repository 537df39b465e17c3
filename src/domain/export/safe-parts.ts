import {hasHidden, replaceHidden} from '../bytes/hidden-characters';

/** True for a valid name of a header or a method (RFC 9110, section 5.6.2). */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,1000}$/.test(text);
}

/**
 * The value of a header as receivers read it (RFC 9110, section 5.5): line breaks and NUL become spaces, surrounding
 * white space is removed.
 */
export function toFieldValue(value: string): string {
  return trim(value.replace(/[\r\n\0]/g, ' '), (code) => code === 0x20 || code === 0x09);
}

/** Not with a regular expression, whose time would be quadratic if the middle is white space. */
function trim(text: string, isBlank: (code: number) => boolean): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * The address as browsers send it if it contains invalid characters (URL Standard, 4.4 and 1.3): without surrounding
 * white space and line breaks, and with control characters and those that change the text direction percent-encoded.
 */
export function toSafeUrl(url: string): string {
  const trimmed = trim(url, (code) => code <= 0x20);
  const text = trimmed.replace(/[\t\n\r]/g, '').replaceAll(' ', '%20');
  return hasHidden(text) ? replaceHidden(text, (_, char) => percentEncode(char)) : text;
}

function percentEncode(char: string): string {
  return [...new TextEncoder().encode(char)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
