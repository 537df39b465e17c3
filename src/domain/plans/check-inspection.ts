import {isJsonObject} from '../json/json-value';
import {wireFormats} from '../protocols/wire-formats';
import type {DecodedEvent, Inspection} from '../verdict/inspection';
import type {Issue} from '../verdict/issue';
import type {PlanChecker, PlanVerdict} from './check-event';
import {isForProtocol} from './plan-binding';
import {toPlanIssues} from './to-plan-issues';

/** A plan's result for one event of a request. */
export interface EventPlanVerdict {
  event: DecodedEvent;
  plan: string;
  verdict: PlanVerdict;
}

/** Checks all events of a request against plans. Issues have the severity of the catalogue; settings are applied later. */
export function checkInspection(
  inspection: Inspection,
  checkers: readonly PlanChecker[],
): {issues: Issue[]; verdicts: EventPlanVerdict[]} {
  const issues: Issue[] = [];
  const verdicts: EventPlanVerdict[] = [];
  if (inspection.protocol === null) return {issues, verdicts};
  const {protocol} = inspection;
  const {fields} = wireFormats[protocol];
  const bound = checkers.filter(({protocols}) => isForProtocol(protocols, protocol));
  for (const event of inspection.events) {
    const {index, name, type, value} = event;
    if (!isJsonObject(value)) continue;
    for (const checker of bound) {
      const verdict = checker.check({type, name, value}, fields);
      const pointers: readonly string[] = (type && fields.name[type]) ?? [];
      const namePointer =
        pointers.find((pointer) => Object.hasOwn(value, pointer.slice(1))) ?? pointers[0] ?? '';
      verdicts.push({event, plan: checker.plan.id, verdict});
      issues.push(...toPlanIssues(verdict, checker.plan, {index, value, name, namePointer}));
    }
  }
  return {issues, verdicts};
}
