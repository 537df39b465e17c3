import type {CapturedHeaders} from '../capture/captured-request';
import {getHeader} from '../capture/headers';
import type {Compression} from './body-finding';

/** The codings in Content-Encoding, in the order they were applied; null if unknown. */
export function readContentEncoding(headers: CapturedHeaders): string[] | null {
  if (headers.state === 'unknown') return null;
  const header = getHeader(headers, 'content-encoding');
  if (!header) return [];
  if (header.value === null) return null;
  const codings = header.value.split(',').map((coding) => coding.trim().toLowerCase());
  return codings.filter((coding) => coding !== '' && coding !== 'identity');
}

/** The media type without its parameters, in lowercase; null if it is unknown or was not sent. */
export function readMediaType(headers: CapturedHeaders): string | null {
  const value = getHeader(headers, 'content-type')?.value;
  return value?.split(';', 1)[0]?.trim().toLowerCase() ?? null;
}

/** The format according to the first bytes. Raw deflate cannot be recognised. */
export function detectCompression(bytes: Uint8Array): 'gzip' | 'deflate' | 'zstd' | null {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first === 0x1f && second === 0x8b && third === 8) return 'gzip';
  if (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd) return 'zstd';
  // With other window sizes than the usual 32 KB the first byte is a letter, so these are only recognised if
  // declared.
  return first === 0x78 && hasZlibHeader(bytes) ? 'deflate' : null;
}

/** The two bytes of RFC 1950: method 8, a window of up to 32 KB, a checksum, no preset dictionary. */
export function hasZlibHeader(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  const isDeflate = (first & 0x0f) === 8 && first >> 4 <= 7;
  return isDeflate && ((first << 8) | second) % 31 === 0 && (second & 0x20) === 0 && bytes.length > 6;
}

/** The HTTP names of codings that we can decode (RFC 9110, section 8.4.1). */
export function toCompression(coding: string): Compression | null {
  if (coding === 'gzip' || coding === 'x-gzip') return 'gzip';
  return coding === 'deflate' ? 'deflate' : null;
}
