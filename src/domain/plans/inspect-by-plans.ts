import type {Settings} from '../settings';
import {applyRuleSettings} from '../verdict/apply-rule-settings';
import type {Inspection} from '../verdict/inspection';
import type {PlanChecker} from './check-event';
import {checkInspection, type EventPlanVerdict} from './check-inspection';

/** A request's verdict with what plans say of its events. */
export interface PlannedInspection {
  inspection: Inspection;
  verdicts: readonly EventPlanVerdict[];
}

/**
 * Adds what plans say of a request's events, with the severities of the settings. Where a plan has a rule for a custom
 * event, the note that nobody knows its properties goes.
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
    ({code, event}) => code !== 'unknown-event' || event === null || !planned.has(event),
  );
  return {inspection: {...inspection, issues: [...own, ...applyRuleSettings(issues, rules)]}, verdicts};
}
