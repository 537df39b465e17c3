import {detectCompression} from '../../domain/decode/content-encoding';
import {detectUtf16} from '../../domain/decode/decode-text';
import type {HarContext} from '../../domain/har/har-reader';
import {HarLogError} from '../../domain/har/open-har-file';
import {createLineImport, type LineImport} from '../../domain/recorded/import-lines';
import {hasRecordedLines} from '../../domain/recorded/read-recorded-line';
import type {HarSource, ReadingSteps} from './read-har-file';

/** Whether a file has one request per line, as the command line records it; gzip may have compressed it. */
export async function isRecordedFile(file: HarSource): Promise<boolean> {
  const name = file.name.replace(/\.gz$/i, '');
  if (/\.(?:har|zhar|zip)$/i.test(name)) return false;
  const {head, decoder} = await readHead(file);
  return hasRecordedLines(name, decoder.decode(head));
}

/** Reads a file with one request per line, piece by piece. */
export async function readRecordedFile(
  file: HarSource,
  context: HarContext,
  {onProgress}: ReadingSteps,
): Promise<LineImport> {
  const lines = createLineImport(context);
  const {decoder} = await readHead(file);
  const pieces = await openBytes(file);
  let rest = '';
  let read = 0;
  try {
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      const [first = '', ...others] = decoder.decode(piece.value, {stream: true}).split('\n');
      rest += first;
      for (const next of others) {
        lines.add(rest);
        rest = next;
      }
      read += piece.value.length;
      if (read > MAX_READ && read > file.size) throw new HarLogError(TOO_LARGE);
      await onProgress(Math.min(read / file.size, 1));
    }
  } catch (error) {
    await pieces.cancel();
    throw error;
  }
  lines.add(rest + decoder.decode());
  return lines.finish();
}

const DAMAGED = 'This file is damaged and cannot be decompressed.';
/** The maximum size of a decompressed recording, in bytes. */
const MAX_READ = 512 * 1024 * 1024;
const TOO_LARGE = 'This file is larger than 512 MB when decompressed.';

type Pieces = Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'>;

/** The bytes of a file, decompressed if gzip has compressed them. */
async function openBytes(file: HarSource): Promise<Pieces> {
  const start = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (detectCompression(start) !== 'gzip') return file.stream().getReader();
  const pieces = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  return {
    read: () =>
      pieces.read().catch(() => {
        throw new HarLogError(DAMAGED);
      }),
    // What failed cannot be cancelled any more.
    cancel: () => pieces.cancel().catch(() => undefined),
  };
}

/** The beginning of a file, and a decoder for its charset: Windows PowerShell redirects output to files as UTF-16. */
async function readHead(file: HarSource): Promise<{head: Uint8Array; decoder: TextDecoder}> {
  const pieces = await openBytes(file);
  const {value} = await pieces.read();
  await pieces.cancel();
  const head = value?.subarray(0, 4_096) ?? new Uint8Array();
  return {head, decoder: new TextDecoder(detectUtf16(head) ?? 'utf-8')};
}
