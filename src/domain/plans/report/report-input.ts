import type {Issue} from '../../verdict/issue';
import {showSource} from '../../verdict/source';
import type {CoverageRow} from '../coverage/coverage-row';
import type {ExpectationFacts} from '../expectations/expectation';
import type {ExpectationResult} from '../expectations/judge-expectation';

/** What a report is made from. */
export interface PlanReport {
  /** The plan's title; null for the overview without a plan. */
  title: string | null;
  rows: readonly CoverageRow[];
  /** `plan/…` issues of the run, each with the name of its event and its words. */
  violations: readonly {issue: Issue; name: string | null; message: string}[];
  expectations: readonly {expectation: ExpectationFacts; result: ExpectationResult}[];
  /** See `describeBlindSpots`. */
  blindSpots: readonly string[];
}

/** The words of a violation, with the plan, its rule and line: who reads a report has no panel that shows them. */
export function toViolationText({issue, message}: PlanReport['violations'][number]): string {
  return `${message} (${showSource(issue.source)})`;
}
