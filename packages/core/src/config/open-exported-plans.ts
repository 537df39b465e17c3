import {
  createPlanChecker,
  createValidator,
  joinExpectations,
  type PlanChecker,
  type PlanInFile,
  type PlanProblem,
  readPlan,
  readPlanExpectations,
} from '../domain';

/**
 * The plans of a config that the panel exported and that are on. Rejects if one cannot be read.
 * @param tellerOf for each plan, by its title: called for each part that is not checked
 */
export async function openExportedPlans(
  plans: readonly PlanInFile[],
  tellerOf?: (title: string) => (problem: PlanProblem) => void,
): Promise<PlanChecker[]> {
  const wanted = plans.filter(({isOn}) => isOn);
  if (wanted.length === 0) return [];
  const validator = createValidator();
  return Promise.all(
    wanted.map(async (stored) => {
      const reading = await readPlan(stored.files);
      if (!reading.ok) throw new Error(`${stored.title}: ${reading.message}`);
      const expectations = joinExpectations(reading.plan.expectations, readPlanExpectations(stored));
      const onProblem = tellerOf?.(stored.title);
      if (onProblem) reading.plan.problems.forEach(onProblem);
      return createPlanChecker({...reading.plan, expectations}, validator, onProblem ? {onProblem} : {});
    }),
  );
}
