import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {PlanChecker} from '../../../domain/plans/check-event';
import type {PlannedInspection} from '../../../domain/plans/inspect-by-plans';
import type * as PlanEngine from '../../../domain/plans/open-plan';
import {describePlanProblem, type PlanProblem} from '../../../domain/plans/plan-problem';
import type {Plan, PlanRule} from '../../../domain/plans/tracking-plan';
import type {Settings} from '../../../domain/settings';
import type {Inspection} from '../../../domain/verdict/inspection';
import type {PlanStore, StoredPlan} from '../../../storage/plan-store';
import type {DraftQuestions, EventGuide} from './draft-question';
import type {PlanPart, PlanState} from './judge-messages';

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
  begin(aside: readonly PlanPart[], isCareful: boolean): void;
  /** Reads the plans that are new or changed; resolves to whether verdicts may be others now. Rejects without storage. */
  load(): Promise<boolean>;
  /** A plan that is on and can be read. */
  planOf(id: string): Plan | null;
  /** What the plans for a protocol know of an event, besides what its documents say. */
  extend(guide: EventGuide, event: EventOfProtocol): EventGuide;
  check(request: CapturedRequest, inspection: Inspection, rules: Settings['rules']): PlannedInspection;
}

type EventOfProtocol = DraftQuestions['describe-event']['question'];

interface Open {
  stored: StoredPlan;
  state: PlanState;
  checker: PlanChecker | null;
}

/** A check that takes longer says so often, in milliseconds. */
const SIGN_MS = 250;
/** Problems of a plan beyond these say the same again. */
const MAX_PROBLEMS = 50;

export function createPlanFold(options: PlanFoldOptions): PlanFold {
  const {plans, loadEngine, now, onProgress, onStates} = options;
  let engine: typeof PlanEngine | null = null;
  let open: Open[] = [];
  let aside: readonly PlanPart[] = [];
  let isCareful = false;
  let lastSign = 0;

  function sign(part: PlanPart): void {
    if (isCareful) onProgress(part);
    else if (now() - lastSign > SIGN_MS) {
      lastSign = now();
      onProgress(null);
    }
  }

  function tell(): void {
    onStates(open.map(({state}) => state));
  }

  async function openStored(stored: StoredPlan): Promise<Open> {
    const {id: plan, title, revision, files} = stored;
    const parts = aside.filter((part) => part.plan === plan && part.revision === revision);
    const setAside = parts.flatMap(({rule}) => rule ?? []);
    const state: PlanState = {id: plan, title, revision, fault: null, rules: 0, setAside, problems: []};
    if (parts.some(({rule}) => rule === null)) {
      return {stored, checker: null, state: {...state, fault: 'Reading it took too long.'}};
    }
    onProgress({plan, revision, rule: null});
    engine ??= await loadEngine();
    const opened = await engine.openPlan(files, {
      setAside: new Set(setAside),
      onRule: ({id}: PlanRule) => sign({plan, revision, rule: id}),
      onProblem: (problem) => note(plan, problem),
    });
    onProgress(null);
    if (!opened.ok) return {stored, checker: null, state: {...state, fault: opened.message}};
    const {checker} = opened;
    return {stored, checker, state: {...state, rules: checker.plan.rules.length}};
  }

  /** A fault that only showed on an event. */
  function note(id: string, problem: PlanProblem): void {
    const found = open.find(({stored}) => stored.id === id);
    if (!found || found.state.problems.length >= MAX_PROBLEMS) return;
    const line = `${problem.rule ?? found.state.title}: ${describePlanProblem(problem)}`;
    found.state = {...found.state, problems: [...found.state.problems, line]};
    tell();
  }

  return {
    begin(parts, careful) {
      aside = parts;
      isCareful = careful;
    },
    async load() {
      const stored = (await plans.list()).filter(({isOn}) => isOn);
      const before = open;
      const next: Open[] = [];
      for (const plan of stored) {
        const known = before.find((one) => isSameText(one.stored, plan));
        next.push(known ? {...known, stored: plan} : await openStored(plan));
      }
      open = next;
      const isOther = toKey(before) !== toKey(next);
      // Whoever started another judge may know plans that have gone meanwhile.
      if (isOther || isCareful) tell();
      return isOther;
    },
    planOf: (id) => open.find(({stored}) => stored.id === id)?.checker?.plan ?? null,
    extend(guide, event) {
      if (open.length === 0 || engine === null) return guide;
      const known = open.flatMap(({stored: {protocols}, checker}) =>
        checker && (protocols.length === 0 || protocols.includes(event.protocol)) ? checker.plan : [],
      );
      return known.length === 0 ? guide : engine.extendGuide(guide, known, event);
    },
    check(request, inspection, rules) {
      if (open.length === 0 || engine === null || inspection.protocol === null) {
        return {inspection, verdicts: []};
      }
      const {isBoundTo, inspectByPlans} = engine;
      const {protocol} = inspection;
      const names = toHostNames(request.url);
      const checkers = open.flatMap(({stored, checker}) =>
        checker && names.some((name) => isBoundTo(stored, name, protocol)) ? checker : [],
      );
      lastSign = now();
      const planned = inspectByPlans(inspection, checkers, rules);
      if (isCareful) onProgress(null);
      return planned;
    },
  };
}

function isSameText(left: StoredPlan, right: StoredPlan): boolean {
  return left.id === right.id && left.revision === right.revision && left.title === right.title;
}

/** All that verdicts depend on. */
function toKey(open: readonly Open[]): string {
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
