import {detectUtf16} from '../../domain/decode/decode-text';
import type {HarContext} from '../../domain/har/har-reader';
import {
  damagedFileError,
  findFileCompression,
  largeFileError,
  MAX_UNPACKED,
} from '../../domain/har/open-har-file';
import {createLineImport, type LineImport} from '../../domain/recorded/import-lines';
import {hasRecordedLines} from '../../domain/recorded/read-recorded-line';
import {createLineSplitter} from '../../domain/recorded/split-lines';
import type {HarSource, ReadingSteps} from './read-har-file';

type Pieces = Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'>;

/** A file with one request per line, opened at its first piece. */
export interface RecordedFile {
  /** Of the file, which may be compressed. */
  size: number;
  decoder: TextDecoder;
  first: Awaited<ReturnType<Pieces['read']>>;
  pieces: Pieces;
}

/**
 * Opens a file with one request per line, as the command line records it; gzip may have compressed it. Null if it is
 * another kind of file.
 */
export async function openRecordedFile(file: HarSource): Promise<RecordedFile | null> {
  const name = file.name.replace(/\.gz$/i, '');
  if (/\.(?:har|zhar|zip)$/i.test(name)) return null;
  const pieces = await openBytes(file);
  const first = await pieces.read();
  const head = first.value?.subarray(0, 4_096) ?? new Uint8Array();
  // Windows PowerShell redirects output to files as UTF-16.
  const charset = detectUtf16(head) ?? 'utf-8';
  if (hasRecordedLines(name, new TextDecoder(charset).decode(head)))
    return {size: file.size, decoder: new TextDecoder(charset), first, pieces};
  await pieces.cancel();
  return null;
}

/** Reads a file with one request per line, piece by piece. */
export async function readRecordedFile(
  {size, decoder, first, pieces}: RecordedFile,
  context: HarContext,
  {onProgress}: ReadingSteps,
): Promise<LineImport> {
  const lines = createLineImport(context);
  const splitter = createLineSplitter(lines.add);
  let read = 0;
  try {
    for (let piece = first; !piece.done; piece = await pieces.read()) {
      splitter.push(decoder.decode(piece.value, {stream: true}));
      read += piece.value.length;
      if (read > MAX_UNPACKED && read > size) throw largeFileError();
      await onProgress(Math.min(read / size, 1));
    }
  } catch (error) {
    await pieces.cancel();
    throw error;
  }
  splitter.push(decoder.decode());
  splitter.end();
  return lines.finish();
}

/** The bytes of a file, decompressed if it is compressed. */
async function openBytes(file: HarSource): Promise<Pieces> {
  const compression = findFileCompression(new Uint8Array(await file.slice(0, 8).arrayBuffer()));
  if (compression === null) return file.stream().getReader();
  const pieces = file.stream().pipeThrough(new DecompressionStream(compression)).getReader();
  return {
    read: () =>
      pieces.read().catch(() => {
        throw damagedFileError();
      }),
    // What failed cannot be cancelled any more.
    cancel: () => pieces.cancel().catch(() => undefined),
  };
}
