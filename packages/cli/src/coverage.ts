import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {
  createPlanCoverage,
  inspectRequest,
  type PlanReport,
  toCoverageCsv,
  toCoverageJson,
  toCoverageJunit,
  toCoverageMarkdown,
  toCoverageText,
} from '@track-inspector/core';
import {openConfig} from './config';
import {findFiles} from './find-files';
import {InputError} from './input-error';
import type {Io} from './io';
import {readFiles} from './read-files';
import {readFormats} from './reporters/reporters';

export interface CoverageFlags {
  config: string | undefined;
  plans: readonly string[];
  format: string;
  /** What fails besides events that break the plan. */
  neverSeen: boolean;
  unplanned: boolean;
  url: string | undefined;
}

type CoverageReporter = (report: PlanReport, flags: CoverageFlags) => string;

const reporters: Readonly<Record<string, CoverageReporter>> = {
  stylish: toCoverageText,
  json: (report) => `${toCoverageJson(report)}\n`,
  junit: (report, {neverSeen}) => toCoverageJunit(report, {neverSeen: neverSeen ? 'failure' : 'skipped'}),
  markdown: toCoverageMarkdown,
  csv: toCoverageCsv,
};

/** Says which events of a plan recordings hold. Resolves to the exit code 0 or 1; throws an `InputError` for 2. */
export async function coverage(patterns: readonly string[], flags: CoverageFlags, io: Io): Promise<0 | 1> {
  const outputs = readFormats(flags.format, reporters);
  const {settings, plans, exported} = await openConfig(flags.config, io.folder);
  const {openPlans} = await import('./open-plans');
  const [checker, ...others] = await openPlans([...plans, ...flags.plans], io.folder, exported);
  if (checker === undefined) throw new InputError('Name a tracking plan with --plan or in the config.');
  if (others.length > 0) throw new InputError('Coverage is about one tracking plan. Name only one.');
  const files = await findFiles(patterns, io.folder);
  const counted = createPlanCoverage(checker, settings);
  for await (const {request} of readFiles(files, {settings, url: flags.url, io})) {
    counted.add(request, inspectRequest(request, {settings}));
  }
  io.progress('');
  const report = counted.report();
  for (const {report: write, file} of outputs) {
    const text = write(report, flags);
    if (file === null) io.out(text);
    else {
      await writeFile(resolve(io.folder, file), text).catch(() => {
        throw new InputError(`${file}: this file cannot be written.`);
      });
    }
  }
  return isFailure(report, flags) ? 1 : 0;
}

function isFailure({rows, expectations}: PlanReport, {neverSeen, unplanned}: CoverageFlags): boolean {
  if (expectations.some(({result}) => result.state === 'broken')) return true;
  return rows.some(
    ({grade}) =>
      grade === 'sometimes-wrong' ||
      grade === 'never-right' ||
      (neverSeen && grade === 'never-seen') ||
      (unplanned && grade === 'unplanned'),
  );
}
