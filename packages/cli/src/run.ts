import {toSafeText} from '@track-inspector/core';
import {cac} from 'cac';
import {InputError} from '../../node/src/input-error';
import {defineCheck} from './commands/check';
import {defineCompare} from './commands/compare';
import {defineCoverage} from './commands/coverage';
import {protect, toKebabCase} from './commands/flags';
import {defineRecord} from './commands/record';
import {defineRules} from './commands/rules';
import type {Io} from './io';

/**
 * Runs a command. Resolves to the exit code: 0 passed, 1 issues found, 2 could not check; for `record`, the exit code
 * of the command it runs.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const cli = cac('track-inspector');
  for (const define of [defineCheck, defineCompare, defineCoverage, defineRecord, defineRules])
    define(cli, io);
  cli.help();
  cli.version(io.version);
  try {
    cli.parse(protect(argv), {run: false});
    if (cli.options.help === true) return 0;
    if (cli.options.version === true) {
      // Without a command it has been written.
      if (cli.matchedCommand) cli.outputVersion();
      return 0;
    }
    if (!cli.matchedCommand) {
      const [named] = cli.args;
      throw new InputError(`${named ? `"${named}" is not a command` : 'Name a command'}. See --help.`);
    }
    return (await cli.runMatchedCommand()) ?? 0;
  } catch (error) {
    if (!isUsage(error)) throw error;
    io.progress('');
    const lines = error instanceof InputError ? error.lines : [error.message.replace(/`--\w+`/, toKebabCase)];
    for (const line of lines) io.err(`track-inspector: ${toSafeText(line)}\n`);
    return 2;
  }
}

/** Our errors, and cac's for unknown options and missing values. */
function isUsage(error: unknown): error is Error {
  return error instanceof Error && (error instanceof InputError || error.name === 'CACError');
}
