import type {Settings} from '../settings';
import {applyRuleSettings} from '../verdict/apply-rule-settings';
import type {Inspection} from '../verdict/inspection';
import type {RuleCode} from '../verdict/rule-catalogue';
import type {PlanChecker} from './check-event';
import {checkInspection, type EventPlanVerdict} from './check-inspection';

/** A request's verdict with what plans say of its events. */
export interface PlannedInspection {
  inspection: Inspection;
  verdicts: readonly EventPlanVerdict[];
}

/** Issues of our own rules about unknown names. They are dropped if a plan lists the name. */
const aboutNames: ReadonlySet<string> = new Set<RuleCode>([
  'unknown-event',
  'near-miss-event-name',
  'placeholder-name',
]);

/**
 * Adds what plans say of a request's events, with the severities of the settings. A name for which a plan has a rule is
 * right, however it is spelled: what our own rules say against it goes.
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
