import {
  type CheckOptions,
  createPlanChecker,
  createValidator,
  joinExpectations,
  type PlanChecker,
  type PlanInFile,
  readPlan,
  readPlanExpectations,
} from '../domain';

/**
 * The plans of a config that the panel exported and that are on, for the protocols that they are for. Hosts do not
 * count: those of a test are often others. Rejects if one cannot be read.
 * @param optionsOf for each plan, by its title
 */
export async function openExportedPlans(
  plans: readonly PlanInFile[],
  optionsOf: (title: string) => CheckOptions = () => ({}),
): Promise<PlanChecker[]> {
  const wanted = plans.filter(({isOn}) => isOn);
  if (wanted.length === 0) return [];
  const validator = createValidator();
  return Promise.all(
    wanted.map(async (stored) => {
      const reading = await readPlan(stored.files);
      if (!reading.ok) throw new Error(`${stored.title}: ${reading.message}`);
      const expectations = joinExpectations(reading.plan.expectations, readPlanExpectations(stored));
      const options = optionsOf(stored.title);
      for (const problem of reading.plan.problems) options.onProblem?.(problem);
      return createPlanChecker({...reading.plan, expectations}, validator, {
        ...options,
        protocols: stored.protocols,
      });
    }),
  );
}
