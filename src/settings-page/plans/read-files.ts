import {MAX_PLAN_LENGTH, type PlanFile} from '../../domain/plans/read-plan';

/** The texts of files. Of one that is too large only so much is read as shows that it is. */
export function readFiles(files: Iterable<File>): Promise<PlanFile[]> {
  return Promise.all(
    Array.from(files, async (file) => ({
      name: file.name,
      text: await file.slice(0, 4 * MAX_PLAN_LENGTH).text(),
    })),
  );
}
