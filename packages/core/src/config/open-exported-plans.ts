import {
  createPlanChecker,
  createValidator,
  joinExpectations,
  type PlanChecker,
  type PlanInFile,
  readPlan,
  readPlanExpectations,
} from '../domain';

/** The plans of a config that the panel exported and that are on. Rejects if one cannot be read. */
export async function openExportedPlans(plans: readonly PlanInFile[]): Promise<PlanChecker[]> {
  const wanted = plans.filter(({isOn}) => isOn);
  if (wanted.length === 0) return [];
  const validator = createValidator();
  return Promise.all(
    wanted.map(async (stored) => {
      const reading = await readPlan(stored.files);
      if (!reading.ok) throw new Error(`${stored.title}: ${reading.message}`);
      const expectations = joinExpectations(reading.plan.expectations, readPlanExpectations(stored));
      return createPlanChecker({...reading.plan, expectations}, validator);
    }),
  );
}
