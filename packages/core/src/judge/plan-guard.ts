/**
 * Runs the check of a request by plans, and stops it if it takes too long. It may run `work` again, which has no other
 * effect than its result.
 */
export type PlanGuard = <Result>(work: () => Result) => Result;

export const noGuard: PlanGuard = (work) => work();
