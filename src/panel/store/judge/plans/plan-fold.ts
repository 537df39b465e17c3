import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import type {KnownPlan} from '../../../../domain/plans/add-to-plan';
import type {PlanChecker} from '../../../../domain/plans/check-event';
import type {PlannedInspection} from '../../../../domain/plans/inspect-by-plans';
import type * as PlanEngine from '../../../../domain/plans/open-plan';
import {describePlanProblem, type PlanProblem} from '../../../../domain/plans/plan-problem';
import type {PlanFile, PlanReading} from '../../../../domain/plans/read-plan';
import type {Plan} from '../../../../domain/plans/tracking-plan';
import type {Settings} from '../../../../domain/settings';
import type {Inspection} from '../../../../domain/verdict/inspection';
import type {PlanStore, StoredPlan} from '../../../../storage/plan-store';
import type {DraftQuestions, EventGuide} from '../draft-question';
import type {PlanPart, PlanState} from '../judge-messages';
import {type OpenPlan, openStoredPlan} from './open-stored-plan';

export interface PlanSource {
  plans: Pick<PlanStore, 'list' | 'subscribe'>;
  /** What reads plans and checks by them; asked for when the first plan is there. */
  loadEngine(): Promise<typeof PlanEngine>;
}

export interface PlanFoldOptions extends PlanSource {
  now(): number;
  /** A sign of life from within a long check; the part that comes next, where it is to be named. */
  onProgress(part: PlanPart | null): void;
  /** What is to be said of the plans has changed. */
  onStates(states: readonly PlanState[]): void;
}

/** Holds requests against the user's tracking plans that are on and meant for them. */
export interface PlanFold {
  /** Before anything else: the parts that hung a judge, and whether to name each part before it runs. */
  start(setAside: readonly PlanPart[], isCareful: boolean): void;
  /**
   * Reads the plans that are new or changed, one call after another; resolves to whether verdicts may be others now.
   * Rejects without storage.
   */
  load(): Promise<boolean>;
  /** A plan that is on and can be read. */
  planOf(id: string): Plan | null;
  /** The same, with its files and what is kept with it. */
  knownOf(id: string): KnownPlan | null;
  /** Reads a plan that is not stored yet. */
  read(files: readonly PlanFile[]): Promise<PlanReading>;
  /** What the plans for a protocol know of an event, besides what its documents say. */
  extend(guide: EventGuide, event: EventOfProtocol): EventGuide;
  check(request: CapturedRequest, inspection: Inspection, rules: Settings['rules']): PlannedInspection;
}

type EventOfProtocol = DraftQuestions['describe-event']['question'];

/** A check that takes longer says so often, in milliseconds. */
const SIGN_MS = 250;
/** Problems of a plan beyond these say the same again. */
const MAX_PROBLEMS = 50;

export function createPlanFold(options: PlanFoldOptions): PlanFold {
  const {plans, loadEngine, now, onProgress, onStates} = options;
  let engine: typeof PlanEngine | null = null;
  let open: readonly OpenPlan[] = [];
  let setAside: readonly PlanPart[] = [];
  let isCareful = false;
  let lastSign = 0;
  let loading = Promise.resolve(false);

  function onRule(part: PlanPart): void {
    if (isCareful) onProgress(part);
    else if (now() - lastSign > SIGN_MS) {
      lastSign = now();
      onProgress(null);
    }
  }

  function onProblem(id: string, problem: PlanProblem): void {
    const known = open.find(({stored}) => stored.id === id);
    if (known === undefined || known.state.problems.length >= MAX_PROBLEMS) return;
    open = open.with(open.indexOf(known), withProblem(known, problem));
    onStates(open.map(({state}) => state));
  }

  const opening = {
    loadEngine: async () => {
      engine ??= await loadEngine();
      return engine;
    },
    onReading: onProgress,
    onRule,
    onProblem,
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
    // Whoever started another judge may know plans that have gone meanwhile.
    if (isOther || isExpected || isCareful) onStates(open.map(({state}) => state));
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
    planOf: (id) => open.find(({stored}) => stored.id === id)?.checker?.plan ?? null,
    knownOf(id) {
      const known = open.find(({stored}) => stored.id === id);
      if (!known?.checker) return null;
      const {files, expectations} = known.stored;
      return {plan: known.checker.plan, files, expectations};
    },
    async read(files) {
      const {readPlan} = await opening.loadEngine();
      return readPlan(files);
    },
    extend(guide, event) {
      const known = toCheckers(
        open,
        ({protocols}) => protocols.length === 0 || protocols.includes(event.protocol),
      );
      if (known.length === 0 || engine === null) return guide;
      return engine.extendGuide(
        guide,
        known.map(({plan}) => plan),
        event,
      );
    },
    check(request, inspection, rules) {
      const {protocol} = inspection;
      if (open.length === 0 || engine === null || protocol === null) return {inspection, verdicts: []};
      const {isBoundTo, inspectByPlans} = engine;
      const names = toHostNames(request.url);
      const checkers = toCheckers(open, (stored) => names.some((name) => isBoundTo(stored, name, protocol)));
      lastSign = now();
      const planned = inspectByPlans(inspection, checkers, rules);
      if (isCareful) onProgress(null);
      return planned;
    },
  };
}

/** Of the plans that can be read and are meant for something. */
function toCheckers(open: readonly OpenPlan[], isMeant: (plan: StoredPlan) => boolean): PlanChecker[] {
  return open.flatMap(({stored, checker}) => (checker && isMeant(stored) ? checker : []));
}

function withProblem(plan: OpenPlan, problem: PlanProblem): OpenPlan {
  const {state} = plan;
  const line = `${problem.rule ?? state.title}: ${describePlanProblem(problem)}`;
  return {...plan, state: {...state, problems: [...state.problems, line]}};
}

function isSameText(left: StoredPlan, right: StoredPlan): boolean {
  return left.id === right.id && left.revision === right.revision && left.title === right.title;
}

/** The same text; what is kept with the plan may be other by now. */
function withStored(known: OpenPlan, stored: StoredPlan): OpenPlan {
  return {...known, stored, state: {...known.state, expectations: stored.expectations}};
}

function toExpected({stored}: OpenPlan) {
  return stored.expectations;
}

/** All that verdicts depend on. */
function toKey(open: readonly OpenPlan[]): string {
  return JSON.stringify(
    open.map(({stored: {id, revision, title, hosts, protocols}}) => [id, revision, title, hosts, protocols]),
  );
}

/** With and without its port, since users write either. */
function toHostNames(url: string): string[] {
  if (!URL.canParse(url)) return [''];
  const {host, hostname} = new URL(url);
  return [host, hostname];
}
