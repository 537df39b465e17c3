import type {Compression} from './body-finding';
import {adler32, crc32} from './checksum';

/** The maximum size of a stored block. */
const BLOCK = 0xffff;
const LAST = 1;

/**
 * The bytes in that format, in stored blocks (RFC 1951, section 3.2.4): every reader of the format accepts them, and
 * the background need not load a compressor.
 */
export function wrapBody(bytes: Uint8Array, compression: Compression): Uint8Array<ArrayBuffer> {
  const {head, trailer} = toWrapping(bytes, compression);
  const blocks = Math.max(1, Math.ceil(bytes.length / BLOCK));
  const wrapped = new Uint8Array(head.length + blocks * 5 + bytes.length + trailer.length);
  wrapped.set(head);
  let at = head.length;
  for (let block = 0; block < blocks; block++) {
    const part = bytes.subarray(block * BLOCK, (block + 1) * BLOCK);
    const {length} = part;
    wrapped.set([block === blocks - 1 ? LAST : 0, length, length >> 8, ~length, ~length >> 8], at);
    wrapped.set(part, at + 5);
    at += 5 + length;
  }
  wrapped.set(trailer, at);
  return wrapped;
}

function toWrapping(bytes: Uint8Array, compression: Compression) {
  const numbers = new DataView(new ArrayBuffer(8));
  switch (compression) {
    case 'gzip':
      numbers.setUint32(0, crc32(bytes), true);
      numbers.setUint32(4, bytes.length, true);
      // Deflate, no flags, no time, an unknown system.
      return {head: [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff], trailer: new Uint8Array(numbers.buffer)};
    case 'deflate':
      numbers.setUint32(0, adler32(bytes));
      return {head: [0x78, 0x01], trailer: new Uint8Array(numbers.buffer, 0, 4)};
    case 'deflate-raw':
      return {head: [], trailer: new Uint8Array()};
  }
}
