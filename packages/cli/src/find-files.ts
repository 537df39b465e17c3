import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {InputError} from '../../node/src/input-error';

/** The files that the arguments match, each once however it is written, in order; `-` is standard input. Throws an `InputError`. */
export async function findFiles(patterns: readonly string[], folder: string): Promise<string[]> {
  if (patterns.length === 0 || patterns.includes(''))
    throw new InputError('Name a file, a glob, or - for standard input.');
  const found = await Promise.all(patterns.map((pattern) => expand(pattern, folder)));
  const byPath = new Map<string, string>();
  for (const file of found.flat()) {
    const path = file === '-' ? file : resolve(folder, file);
    if (!byPath.has(path)) byPath.set(path, file);
  }
  return [...byPath.values()];
}

async function expand(pattern: string, folder: string): Promise<string[]> {
  if (pattern === '-' || existsSync(resolve(folder, pattern))) return [pattern];
  const {glob, isDynamicPattern} = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) throw new InputError(`${pattern}: file not found.`);
  const files = await glob(pattern, {cwd: folder, expandDirectories: false});
  if (files.length === 0) throw new InputError(`${pattern}: no file matches.`);
  return files.sort();
}
