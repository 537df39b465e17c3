import type {PlanProblem} from '../plan-problem';
import type {Plan} from '../tracking-plan';
import type {Expectation} from './expectation';
import {findUnplannedNames} from './unplanned-names';

/** A problem of the plan for each event that its expectations name, but the plan does not. */
export function findMisspelt(
  expectations: readonly Expectation[],
  plan: Pick<Plan, 'rules' | 'isPartial'>,
): PlanProblem[] {
  return expectations.flatMap((expectation) =>
    findUnplannedNames(expectation, plan).map((unplanned): PlanProblem => {
      const params = {expectation, ...unplanned};
      return {code: 'unplanned-name', params, rule: null, place: null};
    }),
  );
}
