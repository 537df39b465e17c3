import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {zipSync} from 'fflate';

/** The earliest date that a ZIP archive can contain, written as local time: the same bytes on every machine. */
const zipEpoch = new Date(1980, 0, 1);

/** A ZIP archive of these files of a folder; the same files give the same bytes. */
export async function createArchive(folder: string, files: readonly string[]): Promise<Uint8Array> {
  const entries: Record<string, Uint8Array> = {};
  for (const file of [...files].sort())
    entries[file.replaceAll('\\', '/')] = await readFile(join(folder, file));
  return zipSync(entries, {level: 9, mtime: zipEpoch});
}
