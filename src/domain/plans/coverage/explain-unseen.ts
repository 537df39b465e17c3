import {findNearName} from '../near-name';
import type {PlanRule} from '../tracking-plan';
import type {CoverageRow} from './coverage';

/** What may explain that a rule saw no event. */
export type UnseenReason =
  /** An unplanned event has nearly the same name. */
  | {kind: 'near-name'; name: string; seen: number}
  /** The name was seen in a call of another type. */
  | {kind: 'other-call'; call: string; seen: number}
  /** It was sent to hosts that the plan is not bound to. */
  | {kind: 'other-host'; hosts: readonly string[]}
  | {kind: 'deprecated'};

export function explainUnseen(
  rule: PlanRule,
  seen: readonly CoverageRow[],
  hosts: readonly string[],
): UnseenReason[] {
  const reasons: UnseenReason[] = [];
  const unplanned = new Map(
    seen.flatMap((row) =>
      row.rule === null && row.name !== null && row.call === rule.call ? [[row.name, row]] : [],
    ),
  );
  const near = rule.name === null ? null : findNearName(rule.name, unplanned.keys());
  if (near !== null) reasons.push({kind: 'near-name', name: near, seen: unplanned.get(near)?.seen ?? 0});
  for (const {name, call, seen: count} of seen) {
    if (name !== null && name === rule.name && call !== rule.call)
      reasons.push({kind: 'other-call', call, seen: count});
  }
  if (hosts.length > 0) reasons.push({kind: 'other-host', hosts});
  if (rule.isDeprecated) reasons.push({kind: 'deprecated'});
  return reasons;
}
