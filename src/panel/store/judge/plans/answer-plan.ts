import {addToPlan, type KnownPlan} from '../../../../domain/plans/add-to-plan';
import type {Sighting} from '../../../../domain/plans/coverage/sighting';
import {draftEvents, draftPlan} from '../../../../domain/plans/draft-plan';
import {describePlanProblem} from '../../../../domain/plans/plan-problem';
import type {PlanReading} from '../../../../domain/plans/read-plan';
import type {DraftedPlan, ReadDraft} from '../../coverage/coverage-messages';

/** Title of a plan without a name. */
const TITLE = 'My tracking plan';
const FILE = 'tracking-plan.json';
const MAX_PROBLEMS = 20;
/** UTF-16 units. The panel would hang while its editor opens longer texts. */
const MAX_EDITED = 3_000_000;

/** The events as a new plan, or added to an existing one. Throws if that one is too large to edit. */
export function draftPlanText(known: KnownPlan | null, events: readonly Sighting[]): DraftedPlan {
  const drafted = draftEvents(events);
  const plan = known ? addToPlan(known, drafted) : draftPlan(TITLE, events);
  const isOwn = known?.plan.format === 'json-schema' && known.files.length === 1;
  const name = (isOwn ? known?.files[0]?.name : undefined) ?? FILE;
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  if (text.length > MAX_EDITED) {
    throw new Error(
      'This plan is too large for the editor: more than 3 MB. Choose “All events, without a plan” and draft a separate plan.',
    );
  }
  return {file: {name, text}, names: Object.keys(drafted)};
}

export function toReadDraft(reading: PlanReading): ReadDraft {
  if (!reading.ok) return reading;
  const {id, title, revision, expectations, rules, problems} = reading.plan;
  return {
    ok: true,
    id,
    title,
    revision,
    expectations,
    rules: rules.length,
    problems: problems.slice(0, MAX_PROBLEMS).map((problem) => {
      const line = problem.place?.line;
      return `${line ? `Line ${line}: ` : ''}${describePlanProblem(problem)}`;
    }),
  };
}
