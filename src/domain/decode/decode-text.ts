import {findInvalidUtf8} from './find-invalid-utf8';

export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  /** A UTF-8 byte order mark is kept in the text, so that the bytes can be restored. */
  text: string;
  charset: Charset;
  /** First byte that is not UTF-8 and its position in the text; null if all bytes are. */
  invalid: {byteOffset: number; offset: number} | null;
}

const strict = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
const lenient = new TextDecoder('utf-8', {ignoreBOM: true});

/**
 * Decodes UTF-8, strictly at first; text that is UTF-16 according to its byte order mark or zero bytes as UTF-16.
 * Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = detectUtf16(bytes);
  if (wide) return {text: new TextDecoder(wide).decode(bytes), charset: wide, invalid: null};
  try {
    return {text: strict.decode(bytes), charset: 'utf-8', invalid: null};
  } catch {
    // Thrown for the first byte that is not UTF-8; the decoder does not say where it is.
    return decodeLeniently(bytes);
  }
}

function decodeLeniently(bytes: Uint8Array): DecodedText {
  const byteOffset = findInvalidUtf8(bytes);
  const offset = lenient.decode(bytes.subarray(0, byteOffset)).length;
  return {text: lenient.decode(bytes), charset: 'utf-8', invalid: {byteOffset, offset}};
}

/**
 * JSON begins with an ASCII character, so in UTF-16 one of its first two bytes is zero (RFC 4627, section 3). An odd
 * number of bytes was cut in the middle of a character.
 */
export function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 2 || bytes.length === 3) return null;
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second !== 0 && !third) return 'utf-16be';
  if (first !== 0 && second === 0 && !fourth) return 'utf-16le';
  return null;
}
