import {type CheckOptions, createPlanChecker, type PlanChecker} from './check-event';
import {type PlanFile, readPlan} from './read-plan';
import {createValidator, type Validator} from './validator';

export {extendGuide} from './extend-guide';
export {inspectByPlans} from './inspect-by-plans';
export {isBoundTo} from './plan-binding';
export {readPlan} from './read-plan';

/** A plan ready to check events, or a sentence about why it cannot be read. */
export type OpenedPlan = {ok: true; checker: PlanChecker} | {ok: false; message: string};

let shared: Validator | null = null;

/** Reads a stored plan. All plans share one validator, whose drafts take a while to prepare. */
export async function openPlan(files: readonly PlanFile[], options: CheckOptions): Promise<OpenedPlan> {
  const reading = await readPlan(files);
  if (!reading.ok) return reading;
  shared ??= createValidator();
  return {ok: true, checker: createPlanChecker(reading.plan, shared, options)};
}
