import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {type InputRequest, type Settings, toSafeText} from '@track-inspector/core';
import {InputError} from '../../node/src/input-error';
import {createNote} from './create-note';
import type {Io} from './io';
import {openInput} from './open-input';
import {readRequests} from './read-requests';

export interface FileOptions {
  settings: Settings;
  url: string | undefined;
  io: Io;
}

/** The requests of all files one after the other; shows progress on a terminal. Throws an `InputError`. */
export async function* readFiles(
  files: readonly string[],
  {settings, url, io}: FileOptions,
): AsyncGenerator<InputRequest> {
  let count = 0;
  const newId = () => `request-${++count}`;
  const note = createNote(io);
  for (const [index, file] of files.entries()) {
    const label = `${toSafeText(file)}${files.length > 1 ? ` (${index + 1} of ${files.length})` : ''}`;
    const progress = (done: string) => io.progress(`Reading ${label}${done}`);
    progress('');
    const pieces = file === '-' ? io.stdin : await openFile(resolve(io.folder, file), file, progress);
    const input = await openInput(pieces, file);
    for await (const request of readRequests(input, {file, settings, url, newId, note})) {
      yield {request, file};
      if (count % 100 === 0) io.progress(`Checking ${label}: ${count} requests`);
    }
  }
}

async function openFile(
  path: string,
  name: string,
  progress: (done: string) => void,
): Promise<AsyncIterable<Uint8Array>> {
  const refuse = () => new InputError(`${name}: this file cannot be read.`);
  const found = await stat(path).catch(() => null);
  // Not only files: `<(command)` is a pipe.
  if (found?.isDirectory())
    throw new InputError(`${name}: this is a folder. Name its files, for example "${join(name, '*.har')}".`);
  if (!found) throw refuse();
  async function* read(size: number) {
    let done = 0;
    try {
      for await (const piece of createReadStream(path, {highWaterMark: 1 << 20})) {
        done += piece.length;
        if (size > 0) progress(`: ${Math.floor((100 * done) / size)} %`);
        yield piece;
      }
    } catch {
      throw refuse();
    }
  }
  return read(found.size);
}
