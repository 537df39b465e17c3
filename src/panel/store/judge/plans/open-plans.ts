import type * as PlanEngine from '../../../../domain/plans/open-plan';
import {describePlanProblem, type PlanProblem} from '../../../../domain/plans/plan-problem';
import type {PlanStore, StoredPlan} from '../../../../storage/plan-store';
import type {PlanPart, PlanState} from '../judge-messages';
import {type OpenPlan, openStoredPlan} from './open-stored-plan';

export interface PlanSource {
  plans: Pick<PlanStore, 'list' | 'subscribe'>;
  /** The code that reads plans and checks events against them; loaded with the first plan. */
  loadEngine(): Promise<typeof PlanEngine>;
}

export interface OpenPlansOptions extends PlanSource {
  now(): number;
  /** A sign of life during a long check; with the next part, if parts are reported. */
  onProgress(part: PlanPart | null): void;
  /** The state of the plans has changed. */
  onStates(states: readonly PlanState[]): void;
}

/** The stored plans that are turned on, as the judge has read them. */
export interface OpenPlans {
  /** Call it first, with the parts at which a judge hung, and whether to report each part before it runs. */
  start(setAside: readonly PlanPart[], isCareful: boolean): void;
  /**
   * Reads new and changed plans, one call after another; resolves to whether results may have changed. Rejects without
   * storage.
   */
  load(): Promise<boolean>;
  all(): readonly OpenPlan[];
  /** Loads it on first use. */
  loadEngine(): Promise<typeof PlanEngine>;
  /** Null if no plan has needed it yet. */
  engine(): typeof PlanEngine | null;
  /** Reports the parts of a check in which a judge may hang, and signs of life if it takes long. */
  watch<Result>(check: () => Result): Result;
}

/** How often a long check gives a sign of life, in milliseconds. */
const SIGN_MS = 250;
/** Further problems of a plan would repeat these. */
const MAX_PROBLEMS = 50;

export function createOpenPlans({plans, loadEngine, now, onProgress, onStates}: OpenPlansOptions): OpenPlans {
  let engine: typeof PlanEngine | null = null;
  let open: readonly OpenPlan[] = [];
  let setAside: readonly PlanPart[] = [];
  let isCareful = false;
  const signs = createSigns({isCareful: () => isCareful, onProgress, now});
  let loading = Promise.resolve(false);

  const reportStates = () => onStates(open.map(({state}) => state));
  const opening = {
    async loadEngine() {
      engine ??= await loadEngine();
      return engine;
    },
    onReading: onProgress,
    onRule: signs.onRule,
    onProblem(id: string, problem: PlanProblem) {
      const known = open.find(({stored}) => stored.id === id);
      if (known === undefined || known.state.problems.length >= MAX_PROBLEMS) return;
      open = open.with(open.indexOf(known), withProblem(known, problem));
      reportStates();
    },
  };

  async function load(): Promise<boolean> {
    const stored = (await plans.list()).filter(({isOn}) => isOn);
    const before = open;
    const next: OpenPlan[] = [];
    for (const plan of stored) {
      const known = before.find((one) => isSameText(one.stored, plan));
      next.push(known ? withStored(known, plan) : await openStoredPlan(plan, {...opening, setAside}));
    }
    open = next;
    const isOther = toKey(before) !== toKey(next);
    const isExpected = JSON.stringify(before.map(toExpected)) !== JSON.stringify(next.map(toExpected));
    // The panel may still show plans of the former judge that no longer exist.
    if (isOther || isExpected || isCareful) reportStates();
    return isOther;
  }

  return {
    start(parts, careful) {
      setAside = parts;
      isCareful = careful;
    },
    load() {
      loading = loading.catch(() => false).then(load);
      return loading;
    },
    all: () => open,
    loadEngine: opening.loadEngine,
    engine: () => engine,
    watch: signs.watch,
  };
}

interface SignsOptions extends Pick<OpenPlansOptions, 'onProgress' | 'now'> {
  isCareful(): boolean;
}

/** Reports signs of life while rules run; if careful, reports each rule before it runs. */
function createSigns({isCareful, onProgress, now}: SignsOptions) {
  let lastSign = 0;
  return {
    onRule(part: PlanPart) {
      if (isCareful()) onProgress(part);
      else if (now() - lastSign > SIGN_MS) {
        lastSign = now();
        onProgress(null);
      }
    },
    watch<Result>(check: () => Result): Result {
      lastSign = now();
      const result = check();
      if (isCareful()) onProgress(null);
      return result;
    },
  };
}

function withProblem(plan: OpenPlan, problem: PlanProblem): OpenPlan {
  const {state} = plan;
  const line = `${problem.rule ?? state.title}: ${describePlanProblem(problem)}`;
  return {...plan, state: {...state, problems: [...state.problems, line]}};
}

function isSameText(left: StoredPlan, right: StoredPlan): boolean {
  return left.id === right.id && left.revision === right.revision && left.title === right.title;
}

/** The same text, but the settings stored with the plan may have changed. */
function withStored(known: OpenPlan, stored: StoredPlan): OpenPlan {
  return {...known, stored, state: {...known.state, expectations: stored.expectations}};
}

function toExpected({stored}: OpenPlan) {
  return stored.expectations;
}

/** All data of plans that verdicts depend on. */
function toKey(open: readonly OpenPlan[]): string {
  return JSON.stringify(
    open.map(({stored: {id, revision, title, hosts, protocols}}) => [id, revision, title, hosts, protocols]),
  );
}
