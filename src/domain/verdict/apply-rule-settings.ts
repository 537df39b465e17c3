import type {Settings} from '../settings';
import type {Issue} from './issue';
import type {Rule} from './rule';
import {ruleCatalogue} from './rule-catalogue';

/** The issues according to the user's settings: with the chosen severities, and without rules that are switched off. */
export function applyRuleSettings(issues: readonly Issue[], rules: Settings['rules']): readonly Issue[] {
  if (Object.keys(rules).length === 0) return issues;
  return issues.flatMap((issue) => {
    const chosen = Object.hasOwn(rules, issue.code) ? rules[issue.code] : undefined;
    if (chosen === undefined) return issue;
    if (chosen !== 'off') return {...issue, severity: chosen};
    const {isFixed}: Rule = ruleCatalogue[issue.code];
    return isFixed ? issue : [];
  });
}
