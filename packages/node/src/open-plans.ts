import {basename, resolve} from 'node:path';
import {
  createPlanChecker,
  createValidator,
  describePlanProblem,
  openExportedPlans,
  type PlanChecker,
  type PlanGuard,
  type PlanInFile,
  type PlanProblem,
  readPlan,
} from '@track-inspector/core';
import {createGuard, isRisky} from './create-guard';
import {InputError} from './input-error';
import {readPlanFiles} from './read-plan-files';

export interface PlanOptions {
  /** Files are relative to it. */
  folder: string;
  note(text: string): void;
}

/** Plans, and the guard that their checks run in; undefined: they do not need one. */
export interface OpenedPlans {
  checkers: PlanChecker[];
  guard: PlanGuard | undefined;
}

/**
 * Reads each file or folder as one tracking plan, and the plans that the panel exported. A file that is named twice, in
 * the config and in `--plan`, is one plan; otherwise each of its issues would be counted twice. `note` is called for
 * parts of a plan that are not checked. Throws an `InputError`.
 */
export async function openPlans(
  files: readonly string[],
  exported: readonly PlanInFile[],
  {folder, note}: PlanOptions,
): Promise<OpenedPlans> {
  const {watch, release, run} = createGuard(note);
  const optionsOf = (name: string) => ({
    ...watch(name),
    onProblem: createTeller((text) => note(`${name}: ${text}`)),
  });
  const inside = await openExportedPlans(exported, optionsOf).catch((error: unknown) => {
    throw new InputError(error instanceof Error ? error.message : String(error));
  });
  const toOpened = (checkers: readonly PlanChecker[]): OpenedPlans => ({
    checkers: checkers.map(release),
    guard: checkers.some(({plan}) => isRisky(plan)) ? run : undefined,
  });
  if (files.length === 0) return toOpened(inside);
  const validator = createValidator();
  const named = new Map(files.map((file) => [resolve(folder, file), file]));
  const own = await Promise.all(
    [...named].map(async ([path, file]) => {
      const parts = await readPlanFiles(path);
      if (parts === null) throw new InputError(`${file}: this plan cannot be read.`);
      const reading = await readPlan(parts);
      if (!reading.ok) throw new InputError(toFault(file, reading.message));
      const options = optionsOf(file);
      for (const problem of reading.plan.problems) options.onProblem(problem);
      return createPlanChecker(reading.plan, validator, options);
    }),
  );
  return toOpened([...inside, ...own]);
}

/** Most messages begin with the name of the file, which is shown once, as the user wrote it. */
function toFault(file: string, message: string): string {
  const name = basename(file);
  return message.startsWith(name) ? file.slice(0, -name.length) + message : `${file}: ${message}`;
}

/** For further parts that are unclear or not checked, only a single note is shown. */
const MAX_TOLD = 5;

function createTeller(note: (text: string) => void): (problem: PlanProblem) => void {
  let count = 0;
  return (problem) => {
    count++;
    if (count > MAX_TOLD + 1) return;
    const rule = problem.rule === null ? '' : `${problem.rule}: `;
    note(count <= MAX_TOLD ? rule + describePlanProblem(problem) : 'More parts are unclear or not checked.');
  };
}
