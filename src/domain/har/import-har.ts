import {encodeText} from '../bytes/encode-text';
import {harLogSchema} from './har-log';
import {createHarReader, type HarContext, type HarImport} from './har-reader';
import {HarLogError, openHarFile} from './open-har-file';
import {parseHar} from './parse-har';
import {readHarEntry, toLog} from './read-har';
import {createLogSplitter} from './split-log';

/**
 * Reads a recording of any program (HAR 1.2): each request to a known endpoint, with its response. Credentials are not
 * imported: their names are kept, their values are dropped. Throws a `HarLogError`.
 */
export function importHarFile(file: Uint8Array, context: HarContext): HarImport {
  const {text, files} = openHarFile(file);
  const reader = createHarReader(context);
  const {pages, entries} = readLog(text);
  for (const page of pages) reader.addPage(page);
  for (const entry of entries) reader.addEntry(entry);
  const {requests, summary} = reader.finish(files);
  return {requests: [...requests], ...summary()};
}

function readLog(text: string): {pages: unknown[]; entries: unknown[]} {
  const value = parseHar(text);
  if (value === undefined) return readParts(text);
  const frame = harLogSchema.safeParse(
    readHarEntry(value) === null ? toLog(value) : {log: {entries: [value]}},
  );
  if (!frame.success) throw new HarLogError('This is not a HAR file: it has no log.entries.');
  return frame.data.log;
}

/** Reads a log with a part that is not JSON: the other parts are read, and that one is reported as skipped. */
function readParts(text: string): Record<'pages' | 'entries', unknown[]> {
  const parts: Record<'pages' | 'entries', unknown[]> = {pages: [], entries: []};
  const splitter = createLogSplitter((list, part) => parts[list].push(parseHar(part)));
  splitter.push(encodeText(text));
  if (splitter.end() !== 'whole') throw new HarLogError('This is not a HAR file: it is not JSON.');
  return parts;
}
