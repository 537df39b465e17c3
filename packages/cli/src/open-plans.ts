import {readFile} from 'node:fs/promises';
import {basename, resolve} from 'node:path';
import {
  createPlanChecker,
  createValidator,
  openExportedPlans,
  type PlanChecker,
  type PlanInFile,
  readPlan,
} from '@track-inspector/core';
import {InputError} from './input-error';

/**
 * Reads each file as one tracking plan, and those that the panel exported. A file that is named in the config and with
 * `--plan` is one plan: otherwise each issue of it would be counted twice. Throws an `InputError`.
 */
export async function openPlans(
  files: readonly string[],
  folder: string,
  exported: readonly PlanInFile[],
): Promise<PlanChecker[]> {
  const inside = await openExportedPlans(exported).catch((error: unknown) => {
    throw new InputError(String(error));
  });
  if (files.length === 0) return inside;
  const validator = createValidator();
  const named = new Map(files.map((file) => [resolve(folder, file), file]));
  const own = await Promise.all(
    [...named].map(async ([path, file]) => {
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null) throw new InputError(`${file}: this plan cannot be read.`);
      const reading = await readPlan([{name: basename(file), text}]);
      if (!reading.ok) throw new InputError(toFault(file, reading.message));
      return createPlanChecker(reading.plan, validator);
    }),
  );
  return [...inside, ...own];
}

/** Most messages begin with the name of the file, which is told once, as the user named it. */
function toFault(file: string, message: string): string {
  const name = basename(file);
  return message.startsWith(name) ? file.slice(0, -name.length) + message : `${file}: ${message}`;
}
