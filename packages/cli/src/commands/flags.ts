import * as z from 'zod/mini';
import {InputError} from '../input-error';

/** An option that is a text even where it looks like a number. */
export const text = z.pipe(
  z.optional(z.union([z.string(), z.number()])),
  z.transform((value) => (value === undefined ? undefined : String(value))),
);

/** An option that can be given several times. */
export const texts = z.pipe(
  z.optional(z.union([z.string(), z.array(z.string())])),
  z.transform((value) => (value === undefined ? [] : [value].flat())),
);

export const urlOption = [
  '--url <address>',
  'Address that JSON bodies were sent to, since a body does not contain it',
] as const;

/** Stands for `-`, which cac drops as an option without a name; no argument of a process can hold a NUL. */
const STDIN = '\0stdin';

/** To be given to cac. */
export function hideStdin(argv: readonly string[]): string[] {
  return argv.map((argument) => (argument === '-' ? STDIN : argument));
}

/** Files as the user named them. */
export function toFiles(files: readonly string[]): string[] {
  return files.map((file) => (file === STDIN ? '-' : file));
}

/** Throws an `InputError` that names the option. */
export function readFlags<Schema extends z.ZodMiniType>(
  command: string,
  schema: Schema,
  options: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const path = String(parsed.error.issues[0]?.path[0] ?? '');
  const name = path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new InputError(`--${name} is not valid. See track-inspector ${command} --help.`);
}
