import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {
  createPlanChecker,
  createValidator,
  decodeText,
  type PlanChecker,
  readPlan,
} from '@track-inspector/core';

/** Reads a file as one tracking plan. Throws an error that says what is wrong with the plan. */
export async function openPlan(file: string): Promise<PlanChecker> {
  const {text} = decodeText(await readFile(file));
  const reading = await readPlan([{name: basename(file), text}]);
  if (!reading.ok) throw new Error(`${file}: ${reading.message}`);
  return createPlanChecker(reading.plan, createValidator());
}
