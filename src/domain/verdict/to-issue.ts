import type {FixCode} from '../edit/fixes/fix-code';
import type {Issue, Severity} from './issue';
import {type RuleCode, ruleCatalogue} from './rule-catalogue';

/** What a check knows of a finding; severity and source come from the catalogue unless its case differs. */
export interface IssueFacts {
  event: number | null;
  pointer: string;
  message: string;
  expected?: string;
  found?: string;
  fixes?: readonly FixCode[];
  severity?: Severity;
  source?: string;
  position?: {offset: number; line: number; column: number};
}

const noFixes: readonly FixCode[] = [];

/** Makes a finding of a rule. */
export function toIssue(code: RuleCode, facts: IssueFacts): Issue {
  const rule = ruleCatalogue[code];
  return {
    code,
    severity: facts.severity ?? rule.severity,
    event: facts.event,
    pointer: facts.pointer,
    message: facts.message,
    expected: facts.expected ?? '',
    found: facts.found ?? '',
    source: facts.source ?? rule.source,
    fixes: facts.fixes ?? noFixes,
    ...(facts.position ? {position: facts.position} : {}),
  };
}
