import * as z from 'zod/mini';
import {InputError} from '../../../node/src/input-error';

/** The rest of a message about an option. A variable that is not set must not become the current folder. */
const NEEDS_FILE = 'needs the name of a file.';
const isNamed = z.refine<readonly string[]>((names) => !names.includes(''), NEEDS_FILE);

/** An option that names files and can be given several times. */
export const fileNames = z
  .pipe(
    z.optional(z.union([z.string(), z.array(z.string())])),
    z.transform((value) => (value === undefined ? [] : [value].flat().map(unprotect))),
  )
  .check(isNamed);

/** An option that names a file. */
export const fileName = z.pipe(
  z
    .pipe(
      z.optional(z.string()),
      z.transform((value) => (value === undefined ? [] : [unprotect(value)])),
    )
    .check(isNamed),
  z.transform(([name]) => name),
);

/** A string option, even if the value looks like a number, with a default value. */
export function textOr(value: string) {
  return z._default(z.pipe(z.string(), z.transform(unprotect)), value);
}

/** A whole number in digits. */
export const wholeNumber = z.pipe(
  z.pipe(z.string(), z.transform(unprotect)).check(z.regex(/^-?\d{1,15}$/)),
  z.transform(Number),
);

/** The value of `urlOption`. */
export const address = z.pipe(
  z.optional(z.pipe(z.string(), z.transform(unprotect)).check(z.refine((value) => URL.canParse(value)))),
  z.transform((value) => value),
);

export const urlOption = [
  '--url <address>',
  'Address that JSON bodies were sent to, since a body does not contain it',
] as const;

/** Prefix of arguments that must not be changed; an argument of a process cannot contain NUL. */
const AS_IS = '\0';

/**
 * Protects arguments from cac, which drops `-` as an option without a name, treats `-1` as an option, converts values
 * to numbers (an empty one to 0, the file `007` to 7), and takes the file after `--allow-empty` for its value, since it
 * knows that this option has none only by the name `allowEmpty`.
 */
export function protect(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  const own = end === -1 ? argv : argv.slice(0, end);
  const safe = own.map((argument, index) => {
    const [, name, equals, value = ''] = /^(--[a-z-]+)(?:(=)(.*))?$/s.exec(argument) ?? [];
    if (name !== undefined && equals === undefined) return toCamelCase(name);
    if (name !== undefined) return `${toCamelCase(name)}=${isOdd(value) ? AS_IS : ''}${value}`;
    const isValue = own[index - 1]?.startsWith('--') === true;
    return argument === '-' || (isValue && isOdd(argument)) ? AS_IS + argument : argument;
  });
  return end === -1 ? safe : [...safe, ...argv.slice(end)];
}

/** `--allowEmpty` for `--allow-empty`. In `--no-quiet`, `no-` is not a part of the name. */
function toCamelCase(option: string): string {
  return /^--no-/.test(option)
    ? option
    : option.replace(/(?<=[a-z])-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The opposite: options as the user writes them. */
export function toKebabCase(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The recordings that a command is about; after `--` names may begin with `-`. */
export function toFiles(files: readonly string[], options: unknown): string[] {
  const parsed = z.looseObject({'--': z._default(z.array(z.string()), [])}).safeParse(options);
  return [...files.map(unprotect), ...(parsed.success ? parsed.data['--'] : [])];
}

/** Empty or a number. */
function isOdd(value: string): boolean {
  return !Number.isNaN(Number(value));
}

/** An argument as the user wrote it. */
export function unprotect(argument: string): string {
  return argument.startsWith(AS_IS) ? argument.slice(AS_IS.length) : argument;
}

/** Throws an `InputError` that names the option. */
export function readFlags<Schema extends z.ZodMiniType>(
  command: string,
  schema: Schema,
  options: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = String(issue?.path[0] ?? '');
  const name = toKebabCase(path);
  if (issue?.message === NEEDS_FILE) throw new InputError(`--${name} ${NEEDS_FILE}`);
  const isRepeated = Array.isArray((options as Record<string, unknown>)[path]);
  if (isRepeated) throw new InputError(`--${name} can only be given once.`);
  throw new InputError(`--${name} is not valid. See track-inspector ${command} --help.`);
}
