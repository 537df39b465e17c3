import type {Settings} from '../settings';
import {applyRuleSettings} from '../verdict/apply-rule-settings';
import type {Inspection} from '../verdict/inspection';
import type {RuleCode} from '../verdict/rule-catalogue';
import type {PlanChecker} from './check-event';
import {checkInspection, type EventPlanVerdict} from './check-inspection';

/** A request's verdict with the results of plans. */
export interface PlannedInspection {
  inspection: Inspection;
  verdicts: readonly EventPlanVerdict[];
}

/** Issues of our own rules about unknown names. They are dropped if a plan contains the name. */
const aboutNames: ReadonlySet<string> = new Set<RuleCode>([
  'unknown-event',
  'near-miss-event-name',
  'placeholder-name',
]);

/**
 * Adds the plans' results for a request's events, with the severities of the settings. A name with a rule in a plan
 * is right, however it is spelled, so issues of our own rules about it are dropped.
 */
export function inspectByPlans(
  inspection: Inspection,
  checkers: readonly PlanChecker[],
  rules: Settings['rules'],
): PlannedInspection {
  if (checkers.length === 0) return {inspection, verdicts: []};
  const {issues, verdicts} = checkInspection(inspection, checkers);
  const planned = new Set(verdicts.flatMap(({event, verdict}) => (verdict.rule ? event.index : [])));
  const own = inspection.issues.filter(
    ({code, event}) => event === null || !planned.has(event) || !aboutNames.has(code),
  );
  return {inspection: {...inspection, issues: [...own, ...applyRuleSettings(issues, rules)]}, verdicts};
}
