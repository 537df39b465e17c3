import type {PlanChecker} from '../../../../domain/plans/check-event';
import type * as PlanEngine from '../../../../domain/plans/open-plan';
import type {PlanProblem} from '../../../../domain/plans/plan-problem';
import type {StoredPlan} from '../../../../storage/plan-store';
import type {PlanPart, PlanState} from '../judge-messages';

/** A plan of the store; without a checker it checks nothing, and its state says why. */
export interface OpenPlan {
  stored: StoredPlan;
  state: PlanState;
  checker: PlanChecker | null;
}

export interface OpenPlanOptions {
  /** Parts of plans that are not checked. */
  setAside: readonly PlanPart[];
  loadEngine(): Promise<typeof PlanEngine>;
  /** The plan that is being read; null: it has been read. */
  onReading(part: PlanPart | null): void;
  /** This rule runs next. */
  onRule(part: PlanPart): void;
  /** A fault that was only found while checking an event. */
  onProblem(plan: string, problem: PlanProblem): void;
}

export async function openStoredPlan(stored: StoredPlan, options: OpenPlanOptions): Promise<OpenPlan> {
  const {id: plan, title, revision, files, expectations} = stored;
  const parts = options.setAside.filter((part) => part.plan === plan && part.revision === revision);
  const setAside = parts.flatMap(({rule}) => rule ?? []);
  const head = {id: plan, title, revision, expectations};
  const state: PlanState = {...head, fault: null, rules: 0, setAside, problems: []};
  if (parts.some(({rule}) => rule === null)) {
    return {stored, checker: null, state: {...state, fault: 'Reading it took too long.'}};
  }
  options.onReading({plan, revision, rule: null});
  const {openPlan} = await options.loadEngine();
  const opened = await openPlan(files, {
    setAside: new Set(setAside),
    onRule: ({id}) => options.onRule({plan, revision, rule: id}),
    onProblem: (problem) => options.onProblem(plan, problem),
  });
  options.onReading(null);
  if (!opened.ok) return {stored, checker: null, state: {...state, fault: opened.message}};
  const {checker} = opened;
  return {stored, checker, state: {...state, rules: checker.plan.rules.length}};
}
