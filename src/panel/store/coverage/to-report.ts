import type {PlanReport} from '../../../domain/plans/report/report-input';
import type {Issue} from '../../../domain/verdict/issue';
import type {RunIssue} from './coverage-messages';
import type {CoverageStore} from './coverage-store';

/** What a report says: the rows that are shown, and the issues of their events, each sentence once an event name. */
export function toReport(
  coverage: Pick<CoverageStore, 'list' | 'blindSpots' | 'expectations'>,
  title: string | null,
  issues: readonly RunIssue[],
  toMessage: (issue: Issue) => string,
): PlanReport {
  const {rows} = coverage.list.arranged.peek();
  const names = new Set(rows.map(({name}) => name));
  const violations = new Map<string, PlanReport['violations'][number]>();
  for (const {issue, name} of issues) {
    if (!names.has(name)) continue;
    const message = toMessage(issue);
    const key = JSON.stringify([name, issue.code, issue.pointer, message]);
    if (!violations.has(key)) violations.set(key, {issue, name, message});
  }
  const expectations: PlanReport['expectations'] = [];
  return {
    title,
    expectations,
    rows,
    violations: [...violations.values()],
    blindSpots: coverage.blindSpots.peek(),
  };
}
