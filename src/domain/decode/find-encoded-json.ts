import {fromBase64, toBase64} from '../bytes/to-base64';

/** The encodings of JSON that are recognised. */
export type TextEncoding = 'base64' | 'percent';

/** The encoding with which a text that is not JSON becomes JSON; null: there is none. */
export function findEncodedJson(text: string): TextEncoding | null {
  const plain = text.trim();
  if (/^%(?:5B|7B)/i.test(plain) && isJson(() => decodePercent(plain))) return 'percent';
  // The beginning of Base64 of "[" and "{", or white space before them: few words begin with it. Its lines may end after
  // 76 characters (RFC 2045, section 6.8), and a plus sign becomes a space where it was not encoded in a form.
  if (!/^(?:[We][w-z\d+/_-]|C[Q-Za-v]|D[Q-Za-f]|I[A-P])[\w+/ \r\n-]*[=\r\n]{0,6}$/.test(plain)) return null;
  return isJson(() => decodeBase64(plain)) ? 'base64' : null;
}

/** The JSON in a text whose encoding `findEncodedJson` has found. */
export function decodeJson(text: string, encoding: TextEncoding): string {
  return encoding === 'percent' ? decodePercent(text.trim()) : decodeBase64(text.trim());
}

/** Encodes JSON, the same or another, like that text. */
export function encodeJson(json: string, encoding: TextEncoding): string {
  return encoding === 'percent' ? encodeURIComponent(json) : toBase64(new TextEncoder().encode(json));
}

/** Forms write a space as a plus sign; if the JSON is complete with it, it is a space. */
function decodePercent(text: string): string {
  const plain = decodeURIComponent(text);
  return !text.includes('+') || isJson(() => plain) ? plain : decodeURIComponent(text.replaceAll('+', ' '));
}

function decodeBase64(text: string): string {
  const bytes = fromBase64(text.replaceAll(/[- ]/g, '+').replaceAll('_', '/'));
  return bytes ? new TextDecoder().decode(bytes) : '';
}

function isJson(decode: () => string): boolean {
  try {
    const text = decode();
    // Throwing an error costs more than all the rest.
    return /^\s*[[{]/.test(text) && typeof JSON.parse(text) === 'object';
  } catch {
    // Neither decodable nor JSON: the text is something else, which the caller examines.
    return false;
  }
}
