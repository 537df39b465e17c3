import {existsSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {type Config, defaultConfig, readConfig} from '@track-inspector/core';
import {InputError} from '../../node/src/input-error';
import {readText} from '../../node/src/read-text';

const CONFIG = 'track-inspector.config.json';

/** Reads `file`, or else the closest config in this folder or a parent folder of the repository. Throws an `InputError`. */
export async function openConfig(file: string | undefined, folder: string): Promise<Config> {
  const path = file === undefined ? findConfig(folder) : resolve(folder, file);
  if (path === null) return defaultConfig;
  const text = await readText(path);
  if (text === null) throw new InputError(`${path}: this file cannot be read.`);
  const reading = readConfig(text);
  if (!reading.ok) {
    const [first = '', ...more] = reading.faults.map((fault) => `${path}:${fault}`);
    throw new InputError(first, more);
  }
  const {config} = reading;
  return {...config, plans: config.plans.map((plan) => resolve(dirname(path), plan))};
}

function findConfig(folder: string): string | null {
  const path = join(folder, CONFIG);
  if (existsSync(path)) return path;
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, '.git')) ? null : findConfig(above);
}
