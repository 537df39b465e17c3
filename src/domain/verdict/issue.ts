import type {FixCode} from '../edit/fixes/fix-code';
import type {RuleParams} from './describe/words';
import type {RuleCode} from './rule-catalogue';
import type {Severity} from './severity';
import type {Source} from './source';
import type {Suggestion} from './suggestion';

export type {Severity};

/**
 * What was found on one field of one event, or on the request as a whole. Data only: `describeIssue` makes words of
 * it.
 */
export interface Issue<Code extends RuleCode = RuleCode> {
  /** Stable, kebab-case: settings, exports and tests name rules by it. */
  code: Code;
  severity: Severity;
  /** Index of the event in `Inspection.events`; null: the request as a whole. */
  event: number | null;
  /**
   * JSON Pointer (RFC 6901) inside the event; '' is the event itself. A missing field is reported where it should
   * stand. Inside the body as a whole for issues of the request.
   */
  pointer: string;
  /** What the words are made from. Values are those of the event, not copies. */
  params: RuleParams[Code];
  source: Source;
  /** Quick fixes that apply, best first; `edit/quick-fixes.ts` turns a code into a change. */
  fixes: readonly FixCode[];
  /** What a fix puts there, where the check knows it. */
  suggestion?: Suggestion;
  /** The number at `pointer` as it was sent, where JSON.parse changed it. */
  exact?: string;
  /** Stands for so many more issues of this code in the same request, which are not listed one by one. */
  rest?: number;
  /** For rules over a session: the request that the issue is on (`Inspection.requestId`). */
  requestId?: string;
  /** For unreadable text: where it breaks. `offset` counts UTF-16 units of the decoded text, line and column from 1. */
  position?: {offset: number; line: number; column: number};
}

/** Whether an issue is of this rule, and so has its params. */
export function isIssueOf<Code extends RuleCode>(issue: Issue, code: Code): issue is Issue<Code> {
  return issue.code === code;
}
