import type {Issue} from '../../verdict/issue';
import {showSource} from '../../verdict/source';
import type {CoverageRow} from '../coverage/coverage-row';
import type {ExpectationFacts} from '../expectations/expectation';
import type {ExpectationResult} from '../expectations/judge-expectation';

/** The input of a report. */
export interface PlanReport {
  /** The plan's title; null for the overview without a plan. */
  title: string | null;
  rows: readonly CoverageRow[];
  /** `plan/…` issues of the run. */
  violations: readonly ReportedViolation[];
  expectations: readonly {expectation: ExpectationFacts; result: ExpectationResult}[];
  /** See `describeBlindSpots`. */
  blindSpots: readonly string[];
}

/** An issue with its message, the name of its event, and the `CoverageRow.id` that the event belongs to. */
export interface ReportedViolation {
  issue: Issue;
  name: string | null;
  row: string | null;
  message: string;
}

/**
 * The message of a violation, with the plan, its rule and line, since readers of a report do not have the panel to
 * look them up.
 */
export function toViolationText({issue, message}: Pick<ReportedViolation, 'issue' | 'message'>): string {
  return `${message} (${showSource(issue.source)})`;
}
