import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {InputError} from '../../node/src/input-error';
import type {Io} from './io';

/** Writes to a file; null: to standard output. Throws an `InputError`. */
export async function writeOutput(file: string | null, text: string, io: Io): Promise<void> {
  if (file === null) return io.out(text);
  await writeFile(resolve(io.folder, file), text).catch(() => {
    throw new InputError(`${file}: this file cannot be written.`);
  });
}
