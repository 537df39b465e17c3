import {Decompress} from 'fflate';
import {joinBytes} from './join-bytes';

/** More than this is not unpacked for editing: a few kilobytes of gzip can stand for gigabytes. */
const limit = 64_000_000;

/** The plain bytes of gzip, zlib or raw deflate; null where they are none of it, are cut, or exceed the limit. */
export function unpack(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let complete = false;
  const stream = new Decompress((chunk, final) => {
    size += chunk.length;
    if (size > limit) throw new RangeError('The unpacked body is larger than an editor can hold.');
    chunks.push(chunk);
    complete = final;
  });
  try {
    for (let start = 0; start < bytes.length; start += 65_536) {
      const end = Math.min(start + 65_536, bytes.length);
      stream.push(bytes.subarray(start, end), end === bytes.length);
    }
  } catch {
    // Whatever the reason, there is no text to show; the draft says so and keeps the original bytes.
    return null;
  }
  return complete ? joinBytes(chunks) : null;
}
