import {detectUtf16} from '../../domain/decode/decode-text';
import type {HarContext} from '../../domain/har/har-reader';
import {createLineImport, type LineImport} from '../../domain/recorded/import-lines';
import {hasRecordedLines} from '../../domain/recorded/read-recorded-line';
import type {HarSource, ReadingSteps} from './read-har-file';

/** Whether a file has one request per line, as the command line records it. */
export async function isRecordedFile(file: HarSource): Promise<boolean> {
  if (/\.(?:har|zhar|zip)$/i.test(file.name)) return false;
  const {head, decoder} = await readHead(file);
  return hasRecordedLines(file.name, decoder.decode(head));
}

/** Reads a file with one request per line, piece by piece. */
export async function readRecordedFile(
  file: HarSource,
  context: HarContext,
  {onProgress}: ReadingSteps,
): Promise<LineImport> {
  const lines = createLineImport(context);
  const {decoder} = await readHead(file);
  const pieces = file.stream().getReader();
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
      await onProgress(read / file.size);
    }
  } catch (error) {
    await pieces.cancel();
    throw error;
  }
  lines.add(rest + decoder.decode());
  return lines.finish();
}

/** The beginning of a file, and a decoder for its charset: Windows PowerShell redirects output to files as UTF-16. */
async function readHead(file: HarSource): Promise<{head: Uint8Array; decoder: TextDecoder}> {
  const head = new Uint8Array(await file.slice(0, 4_096).arrayBuffer());
  return {head, decoder: new TextDecoder(detectUtf16(head) ?? 'utf-8')};
}
