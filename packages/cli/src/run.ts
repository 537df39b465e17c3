import {toSafeText} from '@track-inspector/core';
import {cac} from 'cac';
import * as z from 'zod/mini';
import {type CheckFlags, check} from './check';
import {compare} from './compare';
import {coverage} from './coverage';
import {InputError} from './input-error';
import type {Io} from './io';
import {record} from './record';
import {explainRule, listRules} from './rules';

const text = z.pipe(
  z.optional(z.union([z.string(), z.number()])),
  z.transform((value) => (value === undefined ? undefined : String(value))),
);

const flagsSchema = z.object({
  config: text,
  plan: z.optional(z.union([z.string(), z.array(z.string())])),
  format: z._default(z.string(), 'stylish'),
  failOn: z._default(z.string(), 'error'),
  maxWarnings: z.optional(z.number()),
  quiet: z._default(z.boolean(), false),
  allowEmpty: z._default(z.boolean(), false),
  url: z.optional(z.string()),
});

const compareSchema = z.object({
  config: text,
  golden: text,
  update: z._default(z.boolean(), false),
  format: z._default(z.string(), 'stylish'),
  url: z.optional(z.string()),
});

const coverageSchema = z.object({
  config: text,
  plan: z.optional(z.union([z.string(), z.array(z.string())])),
  format: z._default(z.string(), 'stylish'),
  failNeverSeen: z._default(z.boolean(), false),
  failUnplanned: z._default(z.boolean(), false),
  url: z.optional(z.string()),
});

const recordSchema = z.object({
  port: z._default(z.number(), 0),
  status: z._default(z.number(), 200),
  answer: z._default(z.string(), '{"success":true}'),
  out: text,
  '--': z._default(z.array(z.string()), []),
});

/** Stands for `-`, which cac drops as an option without a name; no argument of a process can hold a NUL. */
const STDIN = '\0stdin';

/** Runs a command. Resolves to the exit code: 0 passed, 1 findings, 2 could not check; for `record`, the exit code of the command it runs. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const cli = defineCommands(io);
  try {
    cli.parse(
      argv.map((argument) => (argument === '-' ? STDIN : argument)),
      {run: false},
    );
    if (cli.options.help === true || cli.options.version === true) return 0;
    if (!cli.matchedCommand) {
      const [named] = cli.args;
      throw new InputError(`${named ? `"${named}" is not a command` : 'Name a command'}. See --help.`);
    }
    return (await cli.runMatchedCommand()) ?? 0;
  } catch (error) {
    if (!isUsage(error)) throw error;
    io.progress('');
    io.err(`track-inspector: ${toSafeText(error.message)}\n`);
    return 2;
  }
}

/** Ours, and cac's own for unknown options and missing values. */
function isUsage(error: unknown): error is Error {
  return error instanceof Error && (error instanceof InputError || error.name === 'CACError');
}

function defineCommands(io: Io) {
  const cli = cac('track-inspector');
  cli
    .command(
      'check [...files]',
      'Check recordings: HAR, NDJSON, cURL or JSON files, patterns like "*.har", - for standard input',
    )
    .option('--config <file>', 'Settings; default: the nearest track-inspector.config.json')
    .option('--plan <file>', 'Tracking plan; can be given several times')
    .option(
      '--format <list>',
      'stylish, json, junit, markdown, github; several with format=file (default: stylish)',
    )
    .option('--fail-on <severity>', 'error, warning or info (default: error)')
    .option('--max-warnings <number>', 'Fail if there are more warnings')
    .option('--quiet', 'List only errors')
    .option('--allow-empty', 'Pass if there is no analytics request')
    .option('--url <address>', 'Address that JSON bodies were sent to, since a body does not contain it')
    .action((files: string[], options: unknown) => check(toFiles(files), toCheckFlags(options), io));
  cli
    .command('compare [...files]', 'Compare recordings with a golden session')
    .option('--golden <file>', 'The golden session')
    .option('--update', 'Write the golden session')
    .option(
      '--config <file>',
      'Settings, and the values to mask; default: the nearest track-inspector.config.json',
    )
    .option('--format <name>', 'stylish or json (default: stylish)')
    .option('--url <address>', 'Address that JSON bodies were sent to, since a body does not contain it')
    .action((files: string[], options: unknown) => {
      const {config, golden, url, ...flags} = readFlags('compare', compareSchema, options);
      return compare(toFiles(files), {...flags, config, golden, url}, io);
    });
  cli
    .command('coverage [...files]', 'Show which events of a tracking plan were sent, and which were wrong')
    .option('--plan <file>', 'The tracking plan')
    .option(
      '--config <file>',
      'Settings and the tracking plan; default: the nearest track-inspector.config.json',
    )
    .option(
      '--format <list>',
      'stylish, json, junit, markdown, csv; several with format=file (default: stylish)',
    )
    .option('--fail-never-seen', 'Fail if an event of the plan was not sent')
    .option('--fail-unplanned', 'Fail if an event is not in the plan')
    .option('--url <address>', 'Address that JSON bodies were sent to, since a body does not contain it')
    .action((files: string[], options: unknown) => {
      const {plan, config, url, format, failNeverSeen, failUnplanned} = readFlags(
        'coverage',
        coverageSchema,
        options,
      );
      const plans = plan === undefined ? [] : [plan].flat();
      return coverage(
        toFiles(files),
        {plans, config, url, format, neverSeen: failNeverSeen, unplanned: failUnplanned},
        io,
      );
    });
  cli
    .command(
      'record',
      'Receive batches on 127.0.0.1 and write them as NDJSON, until the command after -- ends or Ctrl+C',
    )
    .option('--port <number>', 'Port to receive batches on (default: any free port)')
    .option('--out <file>', 'File to write to (default: standard output)')
    .option('--status <number>', 'HTTP status of the answer (default: 200)')
    .option('--answer <text>', 'Body of the answer (default: {"success":true})')
    .action((options: unknown) => {
      const {'--': command, out, ...flags} = readFlags('record', recordSchema, options);
      return record({...flags, out, command}, io);
    });
  cli.command('rules', 'List all rules').action(() => {
    io.out(listRules());
    return 0;
  });
  cli.command('explain <rule>', 'Explain a rule').action((code: string) => {
    io.out(explainRule(code));
    return 0;
  });
  cli.help();
  cli.version(io.version);
  return cli;
}

function toFiles(files: readonly string[]): string[] {
  return files.map((file) => (file === STDIN ? '-' : file));
}

function toCheckFlags(options: unknown): CheckFlags {
  const {plan, maxWarnings, config, url, ...flags} = readFlags('check', flagsSchema, options);
  const plans = plan === undefined ? [] : [plan].flat();
  return {...flags, config, url, plans, maxWarnings: maxWarnings ?? null};
}

/** Throws an `InputError` that names the option. */
function readFlags<Schema extends z.ZodMiniType>(
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
