import type {FixCode} from '../edit/fixes/fix-code';
import type {RuleCode} from './rule-catalogue';
import type {Severity} from './severity';

export type {Severity};

/** A finding on one field of one event, or on the request as a whole. Data, turned into pixels last. */
export interface Issue {
  /** Stable, kebab-case: settings, exports and tests name rules by it. */
  code: RuleCode;
  severity: Severity;
  /** Index of the event in `Inspection.events`; null: the request as a whole. */
  event: number | null;
  /**
   * JSON Pointer (RFC 6901) inside the event; '' is the event itself. A missing field is reported where it should
   * stand. Inside the body as a whole for issues of the request.
   */
  pointer: string;
  /** One sentence that can be pasted into a ticket: what was found, what is expected, how to mend it. */
  message: string;
  /** What should stand there, in words; '' where there is nothing to say beyond the message. */
  expected: string;
  /** What stands there, shortened for display; '' for nothing. */
  found: string;
  /** The document the rule comes from, with its section: "seed 003, Fields". */
  source: string;
  /** Quick fixes that apply, best first; `edit/quick-fixes.ts` turns a code into a change. */
  fixes: readonly FixCode[];
  /** For rules over a session: the request that the issue stands on (`Inspection.requestId`). */
  requestId?: string;
  /** For unreadable text: where it breaks. `offset` counts UTF-16 units of the decoded text, line and column from 1. */
  position?: {offset: number; line: number; column: number};
}
