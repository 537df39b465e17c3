import {
  type CheckOptions,
  createPlanChecker,
  createValidator,
  findMisspelt,
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
      const plan = {...reading.plan, expectations};
      const known = new Set(reading.plan.expectations.map(({id}) => id));
      const own = expectations.filter(({id}) => !known.has(id));
      for (const problem of [...plan.problems, ...findMisspelt(own, plan)]) options.onProblem?.(problem);
      return createPlanChecker(plan, validator, {
        ...options,
        protocols: stored.protocols,
      });
    }),
  );
}
