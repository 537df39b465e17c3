import {fromBase64, toBase64} from '../bytes/to-base64';

/** What JSON was turned into before it was sent. */
export type TextEncoding = 'base64' | 'percent';

/** Whether a text that is not JSON becomes JSON once it is decoded; null: it does not. */
export function findEncodedJson(text: string): TextEncoding | null {
  const plain = text.trim();
  if (/^%(?:5B|7B)/i.test(plain) && isJson(() => decodePercent(plain))) return 'percent';
  // What "[" and "{", or white space before them, make Base64 begin with: few words do.
  if (!/^(?:[We][w-z\d+/_-]|C[Q-Za-v]|D[Q-Za-f]|I[A-P])[\w+/-]*={0,2}$/.test(plain)) return null;
  return isJson(() => decodeBase64(plain)) ? 'base64' : null;
}

/** The JSON in a text of which `findEncodedJson` told how it is encoded. */
export function decodeJson(text: string, encoding: TextEncoding): string {
  return encoding === 'percent' ? decodePercent(text.trim()) : decodeBase64(text.trim());
}

/** The same JSON or another, encoded as a text was. */
export function encodeJson(json: string, encoding: TextEncoding): string {
  return encoding === 'percent' ? encodeURIComponent(json) : toBase64(new TextEncoder().encode(json));
}

/** Forms write a space as a plus sign; where the JSON is whole with it, it is one. */
function decodePercent(text: string): string {
  const plain = decodeURIComponent(text);
  return !text.includes('+') || isJson(() => plain) ? plain : decodeURIComponent(text.replaceAll('+', ' '));
}

function decodeBase64(text: string): string {
  const standard = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '');
  const bytes = fromBase64(standard.padEnd(Math.ceil(standard.length / 4) * 4, '='));
  return bytes ? new TextDecoder().decode(bytes) : '';
}

function isJson(decode: () => string): boolean {
  try {
    const text = decode();
    // An error costs more than all the rest.
    return /^\s*[[{]/.test(text) && typeof JSON.parse(text) === 'object';
  } catch {
    // Neither decodable nor JSON: the text is something else, which the caller looks into.
    return false;
  }
}
