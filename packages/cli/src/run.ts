import {toSafeText} from '@track-inspector/core';
import {cac} from 'cac';
import * as z from 'zod/mini';
import {check} from './check';
import {InputError} from './input-error';
import type {Io} from './io';
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

/** Stands for `-`, which cac drops as an option without a name; no argument of a process can hold a NUL. */
const STDIN = '\0stdin';

/** Runs a command. Resolves to the exit code: 0 passed, 1 findings, 2 could not judge. */
export async function run(argv: readonly string[], io: Io): Promise<0 | 1 | 2> {
  const cli = defineCommands(io);
  try {
    cli.parse(
      argv.map((argument) => (argument === '-' ? STDIN : argument)),
      {run: false},
    );
    if (cli.options.help === true || cli.options.version === true) return 0;
    if (!cli.matchedCommand) throw new InputError('Name a command. See --help.');
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
      'Check recordings: HAR, NDJSON, cURL or JSON files, globs, - for standard input',
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
    .option('--url <address>', 'Endpoint of bodies that were recorded without an address')
    .action((files: string[], options: unknown) =>
      check(
        files.map((file) => (file === STDIN ? '-' : file)),
        toFlags(options),
        io,
      ),
    );
  cli.command('rules', 'List all rules').action(() => {
    io.out(listRules());
    return 0;
  });
  cli.command('explain <rule>', 'Say what a rule asks, and why').action((code: string) => {
    io.out(explainRule(code));
    return 0;
  });
  cli.help();
  cli.version(io.version);
  return cli;
}

function toFlags(options: unknown) {
  const parsed = flagsSchema.safeParse(options);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '').replace(
      /[A-Z]/g,
      (letter) => `-${letter.toLowerCase()}`,
    );
    throw new InputError(`--${name} is not valid. See track-inspector check --help.`);
  }
  const {plan, maxWarnings, config, url, ...flags} = parsed.data;
  const plans = plan === undefined ? [] : [plan].flat();
  return {...flags, config, url, plans, maxWarnings: maxWarnings ?? null};
}
