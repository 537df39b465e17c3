import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {ruleCatalogue, type Settings, settingsSchema, z} from '@track-inspector/core';
import {InputError} from './input-error';

const CONFIG = 'track-inspector.config.json';

/** The settings that the panel exports, and the files of tracking plans, relative to the config. */
export interface Config {
  settings: Settings;
  plans: string[];
}

const known = new Set(['$schema', 'plans', ...Object.keys(settingsSchema.shape)]);
const frame = z.looseObject({plans: z.optional(z.array(z.string()))});

/** Reads `file`, else the nearest config upwards, as far as the repository reaches. Throws an `InputError`. */
export async function readConfig(file: string | undefined, folder: string): Promise<Config> {
  const path = file === undefined ? findConfig(folder) : resolve(folder, file);
  if (path === null) return {settings: settingsSchema.parse({}), plans: []};
  const value = await readJson(path);
  const outer = frame.safeParse(value);
  const settings = settingsSchema.safeParse(value);
  const faults = [outer, settings].flatMap(({error}) => error?.issues ?? []);
  const [fault] = faults;
  if (!outer.success || !settings.success) {
    throw new InputError(
      `${path}: "${fault?.path.join('.') ?? ''}" is not a valid setting: ${fault?.message}.`,
    );
  }
  refuseUnknown(path, 'setting', Object.keys(outer.data), (key) => known.has(key));
  refuseUnknown(path, 'rule', Object.keys(settings.data.rules), (code) => Object.hasOwn(ruleCatalogue, code));
  return {
    settings: settings.data,
    plans: (outer.data.plans ?? []).map((plan) => resolve(dirname(path), plan)),
  };
}

/** A name that nobody reads is a wish that nobody heeds. */
function refuseUnknown(
  path: string,
  noun: string,
  names: string[],
  isKnown: (name: string) => boolean,
): void {
  const stranger = names.find((name) => !isKnown(name));
  if (stranger !== undefined) throw new InputError(`${path}: there is no ${noun} "${stranger}".`);
}

function findConfig(folder: string): string | null {
  const path = join(folder, CONFIG);
  if (existsSync(path)) return path;
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, '.git')) ? null : findConfig(above);
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new InputError(`${path}: this file can’t be read.`);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new InputError(`${path}: this is not valid JSON.`);
  }
}
