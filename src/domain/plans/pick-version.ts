import {resolvePointer} from '../json/json-pointer';
import type {JsonObject} from '../json/json-value';
import {isSegmentPlan} from './rule-index';
import type {Plan, PlanRule} from './tracking-plan';
import type {Violation} from './validate/violation';

/**
 * The version of a rule that checks an event. Segment: the integer in `context.protocols.event_version`, else the
 * oldest, whatever the file's order. Other vendors do not send a version: the one that fits best.
 */
export function pickVersion(
  rules: readonly PlanRule[],
  envelope: JsonObject,
  plan: Pick<Plan, 'format'>,
  check: (rule: PlanRule) => readonly Violation[],
): PlanRule | null {
  const [first = null] = rules;
  if (first === null || rules.length === 1) return first;
  if (isSegmentPlan(plan)) return pickByNumber(rules, envelope);
  return rules.reduce((best, next) => (isBetter(check(next), check(best)) ? next : best), first);
}

function pickByNumber(rules: readonly PlanRule[], envelope: JsonObject): PlanRule | null {
  const asked = resolvePointer(envelope, '/context/protocols/event_version');
  const named = Number.isInteger(asked) ? rules.find((rule) => toNumber(rule) === asked) : undefined;
  const oldest = rules.toSorted((left, right) => toNumber(left) - toNumber(right))[0] ?? null;
  return named ?? oldest;
}

function toNumber({version}: PlanRule): number {
  const number = typeof version === 'string' ? Number(version) : version;
  return number !== null && Number.isFinite(number) ? number : 0;
}

/** Fewest wrong values, then missing, then unplanned, then wrong types; if equal, the first in the file. */
function isBetter(next: readonly Violation[], best: readonly Violation[]): boolean {
  const [left, right] = [toRank(next), toRank(best)];
  const at = left.findIndex((count, index) => count !== right[index]);
  return at >= 0 && (left[at] ?? 0) < (right[at] ?? 0);
}

function toRank(violations: readonly Violation[]): number[] {
  const count = (isKind: (keyword: string) => boolean) =>
    violations.filter(({keyword}) => isKind(keyword)).length;
  const isUnplanned = (keyword: string) => closing.has(keyword);
  const isOther = (keyword: string) => keyword === 'required' || keyword === 'type' || isUnplanned(keyword);
  return [
    count((keyword) => !isOther(keyword)),
    count((keyword) => keyword === 'required'),
    count(isUnplanned),
    count((keyword) => keyword === 'type'),
  ];
}

const closing: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties', 'false']);
