import {accessSync, constants, statSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/**
 * The first of some programs that can be run: what an environment variable names wins, then the names on PATH.
 *
 * @param {{variable?: string, names: readonly string[]}} wanted
 * @returns {string | null} a path, or null when there is none
 */
export function findExecutable({variable, names}) {
  const chosen = variable ? process.env[variable] : undefined;
  if (chosen) {
    if (!isExecutable(chosen))
      throw new Error(`${variable} names ${chosen}, which is no program that can be run.`);
    return chosen;
  }
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (folder !== '' && isExecutable(path)) return path;
    }
  }
  return null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // Does not exist or cannot be executed: try the next name.
  }
}
