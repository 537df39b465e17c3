import {existsSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {type Config, defaultConfig} from '@track-inspector/core';
import {readConfigFile} from '../../node/src/read-config-file';

const CONFIG = 'track-inspector.config.json';

/** Reads `file`, or else the closest config in this folder or a parent folder of the repository. Throws an `InputError`. */
export async function openConfig(file: string | undefined, folder: string): Promise<Config> {
  const path = file === undefined ? findConfig(folder) : resolve(folder, file);
  return path === null ? defaultConfig : readConfigFile(path);
}

function findConfig(folder: string): string | null {
  const path = join(folder, CONFIG);
  if (existsSync(path)) return path;
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, '.git')) ? null : findConfig(above);
}
