import {createJudge, type Settings, type Severity, type Verdict} from '@track-inspector/core';
import type {CAC} from 'cac';
import * as z from 'zod/mini';
import {InputError} from '../../../node/src/input-error';
import type {Io} from '../io';
import {readFormats, reporters} from '../reporters/reporters';
import {writeOutput} from '../write-output';
import {readFlags, textOr, toFiles, urlOption, wholeNumber} from './flags';
import {conclude, emptyOption, openRecording, recordingFlags} from './recording';

const flagsSchema = z.object({
  ...recordingFlags.shape,
  failOn: textOr('error'),
  maxWarnings: z.optional(wholeNumber),
  quiet: z._default(z.boolean(), false),
});

type CheckFlags = z.output<typeof flagsSchema>;

export function defineCheck(cli: CAC, io: Io): void {
  cli
    .command(
      'check [...files]',
      'Check recordings: HAR, NDJSON, cURL or JSON files, patterns like "*.har", - for standard input',
    )
    .option('--config <file>', 'Settings; default: the nearest track-inspector.config.json')
    .option(
      '--plan <file>',
      'Tracking plan: a file, or a folder if it has several; can be given several times',
    )
    .option(
      '--format <list>',
      'stylish, json, junit, markdown, github; several with format=file (default: stylish)',
    )
    .option(
      '--fail-on <severity>',
      'error, warning, info, or incomplete: errors and bodies that were not recorded (default: error)',
    )
    .option('--max-warnings <number>', 'Fail if there are more warnings')
    .option('--quiet', 'List only errors')
    .option(...emptyOption)
    .option(...urlOption)
    .action((files: string[], options: unknown) =>
      check(toFiles(files, options), readFlags('check', flagsSchema, options), io),
    );
}

/** Checks recordings and writes reports. Resolves to the exit code 0 or 1; throws an `InputError` for 2. */
async function check(patterns: readonly string[], flags: CheckFlags, io: Io): Promise<0 | 1> {
  const outputs = readFormats(flags.format, reporters);
  const toFailing = readFailing(flags);
  const {settings, plans, requests} = await openRecording(patterns, flags, io);
  const judge = createJudge({
    ...plans,
    settings: flags.failOn === INCOMPLETE ? withIncompleteAsError(settings) : settings,
    version: io.version,
  });
  for await (const input of requests) judge.add(input);
  const verdict = judge.verdict();
  io.progress('');
  const failOn = toFailing(verdict);
  const decoded = verdict.requests.filter((request) => request.decoded).length;
  return conclude({requests: verdict.requests.length, decoded}, flags, async () => {
    for (const {report, file} of outputs) {
      const text = report(verdict, {quiet: flags.quiet, colour: file === null && io.colour, failOn});
      await writeOutput(file, text, io);
    }
    return countFrom(verdict, failOn) > 0;
  });
}

const severities = ['error', 'warning', 'info'] as const;

/** A value of `--fail-on`, besides the severities. */
const INCOMPLETE = 'incomplete';

/** The rules about bodies that a recording does not contain, or not completely. */
function withIncompleteAsError(settings: Settings): Settings {
  return {...settings, rules: {...settings.rules, 'missing-body': 'error', 'cut-body': 'error'}};
}

/** The severity from which on issues fail a run; too many warnings are as if they had been asked for. */
function readFailing({failOn, maxWarnings}: CheckFlags): (verdict: Verdict) => Severity {
  const found = failOn === INCOMPLETE ? 'error' : severities.find((severity) => severity === failOn);
  if (found === undefined) {
    throw new InputError(`--fail-on ${failOn} is not known. Use ${[...severities, INCOMPLETE].join(', ')}.`);
  }
  if (maxWarnings !== undefined && maxWarnings < 0)
    throw new InputError('--max-warnings is not a valid number: use 0 or more.');
  return ({summary: {warnings}}) =>
    found === 'error' && maxWarnings !== undefined && warnings > maxWarnings ? 'warning' : found;
}

function countFrom({summary: {errors, warnings, infos}}: Verdict, failOn: Severity): number {
  const counts = [errors, warnings, infos].slice(0, severities.indexOf(failOn) + 1);
  return counts.reduce((sum, count) => sum + count, 0);
}
