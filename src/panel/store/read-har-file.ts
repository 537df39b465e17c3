import type {HarContext, HarImport} from '../../domain/har/har-reader';
import {createHarReader} from '../../domain/har/har-reader';
import {importHarFile} from '../../domain/har/import-har';
import {HarLogError, isOpenedAsWhole} from '../../domain/har/open-har-file';
import {parseHar} from '../../domain/har/parse-har';
import {createLogSplitter} from '../../domain/har/split-log';

/** A file that the user chose. */
export type HarSource = Pick<File, 'name' | 'size' | 'stream' | 'slice' | 'arrayBuffer'>;

export interface ReadingSteps {
  /** Called between two pieces, with the share that was read, 0 to 1; throws if the user has cancelled. */
  onProgress(share: number): Promise<void>;
}

/** Smaller files are read in one step, faster than a user notices. */
const LARGE = 4 * 1024 * 1024;
/** The largest file that can be read as one text and parsed, if it can't be read piece by piece. */
const MAX_WHOLE = 256 * 1024 * 1024;

/**
 * Reads a HAR file; a large one piece by piece, so that the panel stays responsive and only requests to known endpoints
 * are in memory. Compressed files are opened as a whole. Throws a `HarLogError`.
 */
export async function readHarFile(
  file: HarSource,
  context: HarContext,
  {onProgress}: ReadingSteps,
): Promise<HarImport> {
  if (file.size < LARGE) return importHarFile(new Uint8Array(await file.arrayBuffer()), context);
  const reader = createHarReader(context);
  const splitter = createLogSplitter((list, text) => {
    if (list === 'pages') reader.addPage(parseHar(text));
    else reader.addEntry(parseHar(text));
  });
  const pieces = file.stream().getReader();
  let read = 0;
  try {
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      if (read === 0 && isOpenedAsWhole(piece.value)) {
        await pieces.cancel();
        return importHarFile(new Uint8Array(await file.arrayBuffer()), context);
      }
      splitter.push(piece.value);
      read += piece.value.length;
      await onProgress(read / file.size);
    }
  } catch (error) {
    await pieces.cancel();
    throw error;
  }
  const end = splitter.end();
  // The file may be part of a log: the content of `log`, or its entries.
  if (end === 'no-entries' && file.size < MAX_WHOLE)
    return importHarFile(new Uint8Array(await file.arrayBuffer()), context);
  if (end !== 'whole') {
    throw new HarLogError('This is not a HAR file: it is cut off, not JSON, or has no log.entries.');
  }
  const {requests, summary} = reader.finish(() => undefined);
  return {requests: [...requests], ...summary()};
}
