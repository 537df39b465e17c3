import {readTextFile} from '../../domain/decode/read-text-file';
import {MAX_PLAN_LENGTH, type PlanFile} from '../../domain/plans/read-plan';

/**
 * The texts of files. A file that is too large is only read far enough to show that it is.
 */
export function readFiles(files: Iterable<File>): Promise<PlanFile[]> {
  return Promise.all(
    Array.from(files, async (file) => ({
      name: file.name,
      text: await readTextFile(file.slice(0, 4 * MAX_PLAN_LENGTH)),
    })),
  );
}
