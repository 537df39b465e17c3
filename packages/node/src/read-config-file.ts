import {dirname, resolve} from 'node:path';
import {type Config, readConfig} from '@track-inspector/core';
import {InputError} from './input-error';
import {readText} from './read-text';

/** Reads a config, with the paths of its plans relative to it. Throws an `InputError`, with a line for each fault. */
export async function readConfigFile(path: string): Promise<Config> {
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
