import type {FixCode} from '../edit/fixes/fix-code';
import type {RuleParams} from './describe/words';
import type {RuleCode} from './rule-catalogue';
import type {Severity} from './severity';
import type {Source} from './source';
import type {Suggestion} from './suggestion';

export type {Severity};

/** An issue of one field of one event, or of the request as a whole. Data only: `describeIssue` makes its text. */
export interface Issue<Code extends RuleCode = RuleCode> {
  /** Stable, kebab-case: settings, exports and tests refer to rules by it. */
  code: Code;
  severity: Severity;
  /** Index of the event in `Inspection.events`; null: the request as a whole. */
  event: number | null;
  /**
   * JSON Pointer (RFC 6901) inside the event; '' is the event itself. A missing field is reported where it should be.
   * For issues of the request, inside the body as a whole.
   */
  pointer: string;
  /** The data for the text. Values are those of the event, not copies. */
  params: RuleParams[Code];
  source: Source;
  /** Quick fixes that apply, best first; `edit/quick-fixes.ts` turns a code into a change. */
  fixes: readonly FixCode[];
  /** The value that a fix inserts, if the check knows it. */
  suggestion?: Suggestion;
  /** The number at `pointer` as it was sent, if JSON.parse changed it. */
  exact?: string;
  /** Represents this number of further issues with this code in the same request, which are not listed individually. */
  rest?: number;
  /** For session rules: the request with the issue (`Inspection.requestId`). */
  requestId?: string;
  /**
   * For unreadable text: the position of the fault. `offset` counts UTF-16 units of the decoded text, line and column
   * from 1.
   */
  position?: {offset: number; line: number; column: number};
}

/** Whether an issue belongs to this rule, and so has its params. */
export function isIssueOf<Code extends RuleCode>(issue: Issue, code: Code): issue is Issue<Code> {
  return issue.code === code;
}
