import type {PlanReport} from '../../../domain/plans/report/report-input';
import {formatCount} from '../../../domain/verdict/format-count';
import type {Issue} from '../../../domain/verdict/issue';
import {MAX_RUN_ISSUES, type RunIssue} from './coverage-messages';
import type {CoverageStore} from './coverage-store';

const onlyTheFirst = `Only the first ${formatCount(MAX_RUN_ISSUES)} issues are listed.`;

/**
 * The contents of a report: the shown rows, the issues of their events (each sentence once per row), and all
 * expectations.
 */
export function toReport(
  coverage: Pick<CoverageStore, 'list' | 'blindSpots' | 'expectations'>,
  title: string | null,
  issues: readonly RunIssue[],
  toMessage: (issue: Issue) => string,
): PlanReport {
  const {rows} = coverage.list.arranged.peek();
  const shown = new Set(rows.map(({id}) => id));
  const violations = new Map<string, PlanReport['violations'][number]>();
  for (const {issue, name, row} of issues) {
    if (row === null || !shown.has(row)) continue;
    const message = toMessage(issue);
    const key = JSON.stringify([row, issue.code, issue.pointer, message]);
    if (!violations.has(key)) violations.set(key, {issue, name, row, message});
  }
  return {
    title,
    expectations: coverage.expectations.shown
      .peek()
      .flatMap(({expectation, result}) => (result ? [{expectation, result}] : [])),
    rows,
    violations: [...violations.values()],
    blindSpots: [...coverage.blindSpots.peek(), ...(issues.length < MAX_RUN_ISSUES ? [] : [onlyTheFirst])],
  };
}
