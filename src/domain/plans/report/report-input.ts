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
  /** `plan/…` issues of the run, each with the name of its event and its message. */
  violations: readonly {issue: Issue; name: string | null; message: string}[];
  expectations: readonly {expectation: ExpectationFacts; result: ExpectationResult}[];
  /** See `describeBlindSpots`. */
  blindSpots: readonly string[];
}

/**
 * The message of a violation, with the plan, its rule and line, since readers of a report do not have the panel to
 * look them up.
 */
export function toViolationText({issue, message}: PlanReport['violations'][number]): string {
  return `${message} (${showSource(issue.source)})`;
}
