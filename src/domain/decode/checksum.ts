import type {Compression} from './body-finding';

/**
 * Compares inflated bytes with the checksum at the end of their compressed form: CRC-32 and size for gzip (RFC 1952),
 * Adler-32 for zlib (RFC 1950). Raw deflate has none. The inflating library checks neither.
 */
export function matchesChecksum(
  compressed: Uint8Array,
  compression: Compression,
  inflated: Uint8Array,
): boolean {
  const trailer = new DataView(compressed.buffer, compressed.byteOffset, compressed.byteLength);
  const end = compressed.length;
  switch (compression) {
    case 'gzip':
      return (
        end >= 18 &&
        trailer.getUint32(end - 4, true) === inflated.length &&
        trailer.getUint32(end - 8, true) === crc32(inflated)
      );
    case 'deflate':
      return end >= 6 && trailer.getUint32(end - 4) === adler32(inflated);
    case 'deflate-raw':
      return end > 0;
  }
}

const crcTable = Uint32Array.from({length: 256}, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) {
    crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return ~crc >>> 0;
}

export function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let at = 0; at < bytes.length; at++) {
    low = (low + (bytes[at] ?? 0)) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
}
