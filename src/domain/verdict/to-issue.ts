import type {Issue} from './issue';
import type {Rule} from './rule';
import {type RuleCode, ruleCatalogue} from './rule-catalogue';

/** The data of an issue from a check; severity and source are the catalogue's unless the check sets them. */
export type IssueFacts<Code extends RuleCode = RuleCode> = Pick<Issue<Code>, 'event' | 'pointer' | 'params'> &
  Partial<Pick<Issue<Code>, 'severity' | 'source' | 'fixes' | 'suggestion' | 'position'>>;

const noFixes: Issue['fixes'] = [];

/** Makes an issue of a rule. */
export function toIssue<Code extends RuleCode>(code: Code, facts: IssueFacts<Code>): Issue<Code> {
  const rule: Rule = ruleCatalogue[code];
  const issue: Issue<Code> = {
    code,
    severity: facts.severity ?? rule.severity,
    event: facts.event,
    pointer: facts.pointer,
    params: facts.params,
    source: facts.source ?? rule.source,
    fixes: facts.fixes ?? noFixes,
  };
  if (facts.suggestion) issue.suggestion = facts.suggestion;
  if (facts.position) issue.position = facts.position;
  return issue;
}
