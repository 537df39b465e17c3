import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import {parseUrl} from '../../../../domain/parse-url';
import type {KnownPlan} from '../../../../domain/plans/add-to-plan';
import type {PlanChecker} from '../../../../domain/plans/check-event';
import type {PlannedInspection} from '../../../../domain/plans/inspect-by-plans';
import {isForProtocol} from '../../../../domain/plans/plan-binding';
import type {PlanFile, PlanReading} from '../../../../domain/plans/read-plan';
import type {Plan} from '../../../../domain/plans/tracking-plan';
import type {Settings} from '../../../../domain/settings';
import type {Inspection} from '../../../../domain/verdict/inspection';
import type {StoredPlan} from '../../../../storage/plan-store';
import type {DraftQuestions, EventGuide} from '../draft-question';
import {createOpenPlans, type OpenPlans, type OpenPlansOptions} from './open-plans';
import type {OpenPlan} from './open-stored-plan';

/** Checks requests against the user's tracking plans that are on and apply to them. */
export interface PlanFold extends Pick<OpenPlans, 'start' | 'load'> {
  /** A plan that is on and can be read. */
  planOf(id: string): Plan | null;
  /** The same, including its files and stored data. */
  knownOf(id: string): KnownPlan | null;
  /** Reads a plan that is not stored yet. */
  read(files: readonly PlanFile[]): Promise<PlanReading>;
  /** The information of the plans for a protocol on an event, besides that of its documents. */
  extend(guide: EventGuide, event: EventOfProtocol): EventGuide;
  check(request: CapturedRequest, inspection: Inspection, rules: Settings['rules']): PlannedInspection;
}

type EventOfProtocol = DraftQuestions['describe-event']['question'];

export function createPlanFold(options: OpenPlansOptions): PlanFold {
  const open = createOpenPlans(options);
  const find = (id: string) => open.all().find(({stored}) => stored.id === id);
  return {
    start: open.start,
    load: open.load,
    planOf: (id) => find(id)?.checker?.plan ?? null,
    knownOf(id) {
      const known = find(id);
      if (!known?.checker) return null;
      const {files, expectations} = known.stored;
      return {plan: known.checker.plan, files, expectations};
    },
    async read(files) {
      const {readPlan} = await open.loadEngine();
      return readPlan(files);
    },
    extend(guide, event) {
      const engine = open.engine();
      const checkers = toCheckers(open.all(), ({protocols}) => isForProtocol(protocols, event.protocol));
      if (checkers.length === 0 || engine === null) return guide;
      const plans = checkers.map(({plan}) => plan);
      return engine.extendGuide(guide, plans, event);
    },
    check(request, inspection, rules) {
      const engine = open.engine();
      const {protocol} = inspection;
      if (open.all().length === 0 || engine === null || protocol === null) return {inspection, verdicts: []};
      const names = toHostNames(request.url);
      const isMeant = (stored: StoredPlan) => names.some((name) => engine.isBoundTo(stored, name, protocol));
      const checkers = toCheckers(open.all(), isMeant);
      return open.watch(() => engine.inspectByPlans(inspection, checkers, rules));
    },
  };
}

/** The checkers of the plans that can be read and that `isMeant` accepts. */
function toCheckers(open: readonly OpenPlan[], isMeant: (plan: StoredPlan) => boolean): PlanChecker[] {
  return open.flatMap(({stored, checker}) => (checker && isMeant(stored) ? checker : []));
}

/** With and without its port, since users write either. */
function toHostNames(url: string): string[] {
  const parsed = parseUrl(url);
  if (parsed === null) return [''];
  const {host, hostname} = parsed;
  return [host, hostname];
}
