import {harLogSchema} from './har-log';
import {createHarReader, type HarContext, type HarImport} from './har-reader';
import {HarLogError, openHarFile} from './open-har-file';
import {readHarEntry, toLog} from './read-har';

/**
 * Reads a recording of any producer (HAR 1.2): each request to a known endpoint, with its answer. It brings no
 * credentials: their names stay, their values are forgotten. Throws a `HarLogError`.
 */
export function importHarFile(file: Uint8Array, context: HarContext): HarImport {
  const {text, files} = openHarFile(file);
  const reader = createHarReader(context);
  const {pages, entries} = parseLog(text);
  for (const page of pages) reader.addPage(page);
  for (const entry of entries) reader.addEntry(entry);
  const {requests, summary} = reader.finish(files);
  return {requests: [...requests], ...summary()};
}

function parseLog(text: string): {pages: unknown[]; entries: unknown[]} {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HarLogError('This is not a HAR file: it is not JSON.');
  }
  const frame = harLogSchema.safeParse(
    readHarEntry(value) === null ? toLog(value) : {log: {entries: [value]}},
  );
  if (!frame.success) throw new HarLogError('This is not a HAR file: it has no log.entries.');
  return frame.data.log;
}
