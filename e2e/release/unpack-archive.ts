import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {unzipSync} from 'fflate';

/** Writes the files of a ZIP archive into a folder. */
export async function unpackArchive(archive: Uint8Array, folder: string): Promise<void> {
  for (const [file, bytes] of Object.entries(unzipSync(archive))) {
    const path = join(folder, file);
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, bytes);
  }
}
