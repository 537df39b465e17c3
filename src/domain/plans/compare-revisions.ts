import type {Plan, PlanRule} from './tracking-plan';
import {areEqual} from './validate/are-equal';

/** The differences of a new revision of a plan: rules by their IDs. */
export interface RevisionComparison {
  added: readonly PlanRule[];
  gone: readonly PlanRule[];
  changed: readonly {before: PlanRule; after: PlanRule}[];
}

/** Only compares what is checked: a rule that was moved in its file, or has another description, has not changed. */
export function compareRevisions(before: Plan, after: Plan): RevisionComparison {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  const ids = new Set(after.rules.map(({id}) => id));
  return {
    added: after.rules.filter(({id}) => !old.has(id)),
    gone: before.rules.filter(({id}) => !ids.has(id)),
    changed: after.rules.flatMap((rule) => {
      const earlier = old.get(rule.id);
      return earlier && !isSame(earlier, rule) ? [{before: earlier, after: rule}] : [];
    }),
  };
}

function isSame(left: PlanRule, right: PlanRule): boolean {
  return (
    left.where === right.where &&
    left.draft === right.draft &&
    left.isDeprecated === right.isDeprecated &&
    areEqual(left.schema, right.schema)
  );
}
