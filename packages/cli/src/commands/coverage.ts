import {
  createPlanCoverage,
  findFailedRows,
  inspectRequest,
  type PlanReport,
  toCoverageCsv,
  toCoverageJson,
  toCoverageJunit,
  toCoverageMarkdown,
  toCoverageText,
  toSafeJson,
  toSafeLines,
} from '@track-inspector/core';
import type {CAC} from 'cac';
import * as z from 'zod/mini';
import {InputError} from '../../../node/src/input-error';
import type {Io} from '../io';
import {readFormats} from '../reporters/reporters';
import {writeOutput} from '../write-output';
import {readFlags, toFiles, urlOption} from './flags';
import {conclude, emptyOption, openRecording, recordingFlags} from './recording';

const flagsSchema = z.object({
  ...recordingFlags.shape,
  failNeverSeen: z._default(z.boolean(), false),
  failUnplanned: z._default(z.boolean(), false),
});

type CoverageFlags = z.output<typeof flagsSchema>;

type CoverageReporter = (report: PlanReport, flags: CoverageFlags) => string;

const reporters: Readonly<Record<string, CoverageReporter>> = {
  stylish: toCoverageText,
  json: (report) => toSafeJson(toCoverageJson(report)),
  junit: (report, {failNeverSeen, failUnplanned}) =>
    toSafeLines(
      toCoverageJunit(report, {
        neverSeen: failNeverSeen ? 'failure' : 'skipped',
        unplanned: failUnplanned ? 'failure' : 'skipped',
      }),
    ),
  markdown: (report) => toSafeLines(toCoverageMarkdown(report)),
  csv: (report) => toSafeLines(toCoverageCsv(report)),
};

export function defineCoverage(cli: CAC, io: Io): void {
  cli
    .command('coverage [...files]', 'Show which events of a tracking plan were sent, and which were wrong')
    .option('--plan <file>', 'The tracking plan: a file, or a folder if it has several')
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
    .option(...emptyOption)
    .option(...urlOption)
    .action((files: string[], options: unknown) =>
      coverage(toFiles(files, options), readFlags('coverage', flagsSchema, options), io),
    );
}

/** Reports which events of a plan recordings contain. Resolves to the exit code 0 or 1; throws an `InputError` for 2. */
async function coverage(patterns: readonly string[], flags: CoverageFlags, io: Io): Promise<0 | 1> {
  const outputs = readFormats(flags.format, reporters);
  const {settings, plans, requests} = await openRecording(patterns, flags, io);
  const [checker, ...others] = plans.checkers;
  if (checker === undefined) throw new InputError('Name a tracking plan with --plan or in the config.');
  if (others.length > 0) throw new InputError('Coverage is about one tracking plan. Name only one.');
  const counted = createPlanCoverage(checker, settings, plans.guard);
  const counts = {requests: 0, decoded: 0};
  for await (const {request} of requests) {
    const inspection = inspectRequest(request, {settings});
    if (inspection.protocol !== null) counts.requests++;
    if (inspection.decoded) counts.decoded++;
    counted.add(request, inspection);
  }
  io.progress('');
  const report = counted.report();
  return conclude(counts, flags, async () => {
    for (const {report: write, file} of outputs) await writeOutput(file, write(report, flags), io);
    return isFailure(report, flags);
  });
}

function isFailure(report: PlanReport, {failNeverSeen, failUnplanned}: CoverageFlags): boolean {
  if (report.expectations.some(({result}) => result.state === 'broken')) return true;
  return findFailedRows(report, {neverSeen: failNeverSeen, unplanned: failUnplanned}).size > 0;
}
