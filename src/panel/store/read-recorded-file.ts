import type {HarContext} from '../../domain/har/har-reader';
import {createLineImport, type LineImport} from '../../domain/recorded/import-lines';
import {hasRecordedLines} from '../../domain/recorded/read-recorded-line';
import type {HarSource, ReadingSteps} from './read-har-file';

/** Whether a file has one request per line, as the command line records it. */
export async function isRecordedFile(file: HarSource): Promise<boolean> {
  if (/\.(?:har|zhar|zip)$/i.test(file.name)) return false;
  return hasRecordedLines(file.name, await file.slice(0, 4_096).text());
}

/** Reads a file with one request per line, piece by piece. */
export async function readRecordedFile(
  file: HarSource,
  context: HarContext,
  {onProgress}: ReadingSteps,
): Promise<LineImport> {
  const lines = createLineImport(context);
  const decoder = new TextDecoder();
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
