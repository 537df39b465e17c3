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
import {openConfig} from '../config';
import {createNote} from '../create-note';
import {findFiles} from '../find-files';
import type {Io} from '../io';
import {readFiles} from '../read-files';
import {readFormats} from '../reporters/reporters';
import {writeOutput} from '../write-output';
import {
  address,
  emptyOption,
  NO_BODY,
  NO_REQUEST,
  readFlags,
  text,
  textOr,
  texts,
  toFiles,
  urlOption,
} from './flags';

const flagsSchema = z.object({
  config: text,
  plan: texts,
  format: textOr('stylish'),
  failNeverSeen: z._default(z.boolean(), false),
  failUnplanned: z._default(z.boolean(), false),
  allowEmpty: z._default(z.boolean(), false),
  url: address,
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
  const {settings, plans, exported} = await openConfig(flags.config, io.folder);
  const {openPlans} = await import('../../../node/src/open-plans');
  const {checkers, guard} = await openPlans([...plans, ...flags.plan], exported, {
    folder: io.folder,
    note: createNote(io),
  });
  const [checker, ...others] = checkers;
  if (checker === undefined) throw new InputError('Name a tracking plan with --plan or in the config.');
  if (others.length > 0) throw new InputError('Coverage is about one tracking plan. Name only one.');
  const files = await findFiles(patterns, io.folder);
  const counted = createPlanCoverage(checker, settings, guard);
  let isEmpty = true;
  let isUnread = true;
  for await (const {request} of readFiles(files, {settings, url: flags.url, io})) {
    const inspection = inspectRequest(request, {settings});
    if (inspection.protocol !== null) isEmpty = false;
    if (inspection.decoded) isUnread = false;
    counted.add(request, inspection);
  }
  io.progress('');
  if (isEmpty && !flags.allowEmpty) throw new InputError(NO_REQUEST);
  const report = counted.report();
  for (const {report: write, file} of outputs) await writeOutput(file, write(report, flags), io);
  if (isFailure(report, flags)) return 1;
  if (isUnread && !flags.allowEmpty) throw new InputError(NO_BODY);
  return 0;
}

function isFailure(report: PlanReport, {failNeverSeen, failUnplanned}: CoverageFlags): boolean {
  if (report.expectations.some(({result}) => result.state === 'broken')) return true;
  return findFailedRows(report, {neverSeen: failNeverSeen, unplanned: failUnplanned}).size > 0;
}
