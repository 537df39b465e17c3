import {Readable} from 'node:stream';
import {createGunzip, createInflate} from 'node:zlib';
import {
  damagedFileError,
  detectUtf16,
  findFileCompression,
  HarLogError,
  largeFileError,
  MAX_UNPACKED,
} from '@track-inspector/core';
import {InputError} from '../../node/src/input-error';

/** A file, or standard input. */
export interface Input {
  /** Enough of the beginning to detect the format. */
  head: Uint8Array;
  /** The whole contents; can be read once. */
  pieces: AsyncIterable<Uint8Array>;
}

/** Bytes, at least, of the beginning of a longer input. */
const HEAD = 4_096;

/**
 * Opens an input by its beginning: decompresses it (gzip, or mitmproxy's zlib), and converts UTF-16, as Windows
 * PowerShell writes it, to UTF-8. Reading its pieces throws an `InputError` if it is damaged.
 */
export async function openInput(written: AsyncIterable<Uint8Array>, file: string): Promise<Input> {
  const packed = await lookAhead(written);
  const compression = findFileCompression(packed.head);
  const plain = compression === null ? packed : await lookAhead(unpack(packed.pieces, compression, file));
  const charset = detectUtf16(plain.head);
  return charset === null ? plain : lookAhead(toUtf8(plain.pieces, charset));
}

/** Reads the beginning, and puts it back in front of the rest. A program may write the first bytes on their own. */
async function lookAhead(pieces: AsyncIterable<Uint8Array>): Promise<Input> {
  const iterator = pieces[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  for (let size = 0; size < HEAD; ) {
    const {done, value} = await iterator.next();
    if (done) break;
    read.push(value);
    size += value.length;
  }
  async function* all() {
    yield* read.splice(0);
    yield* {[Symbol.asyncIterator]: () => iterator};
  }
  return {head: Buffer.concat(read).subarray(0, HEAD), pieces: all()};
}

async function* unpack(
  pieces: AsyncIterable<Uint8Array>,
  compression: 'gzip' | 'deflate',
  file: string,
): AsyncGenerator<Uint8Array> {
  const stream = compression === 'gzip' ? createGunzip() : createInflate();
  const source = Readable.from(pieces);
  source.on('error', (error) => stream.destroy(error));
  let size = 0;
  try {
    for await (const piece of source.pipe(stream)) {
      size += piece.length;
      if (size > MAX_UNPACKED) throw largeFileError();
      yield piece;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    const {message} = error instanceof HarLogError ? error : damagedFileError();
    throw new InputError(`${file}: ${message}`);
  } finally {
    source.destroy();
  }
}

async function* toUtf8(pieces: AsyncIterable<Uint8Array>, charset: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(charset);
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece, {stream: true}));
  yield Buffer.from(decoder.decode());
}
