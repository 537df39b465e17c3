import {readdir, stat} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {PlanFile} from '@track-inspector/core';
import {readText} from './read-text';

/** The file of a plan, or all files of a folder, for plans of several files; null if one of them cannot be read. */
export async function readPlanFiles(path: string): Promise<PlanFile[] | null> {
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true;
  const names = isFolder ? await listFiles(path) : [basename(path)];
  const files = await Promise.all(
    names.map(async (name) => ({name, text: await readText(isFolder ? join(path, name) : path)})),
  );
  const read = files.flatMap(({name, text}) => (text === null ? [] : {name, text}));
  return read.length === files.length && read.length > 0 ? read : null;
}

/** Also those of the folders in it, without hidden ones such as `.git`. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {withFileTypes: true});
  const shown = entries.filter(({name}) => !name.startsWith('.'));
  const found = await Promise.all(
    shown.map(async (entry) =>
      entry.isDirectory()
        ? (await listFiles(join(folder, entry.name))).map((name) => `${entry.name}/${name}`)
        : [entry.name],
    ),
  );
  return found.flat().sort();
}
