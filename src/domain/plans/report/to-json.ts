import {escapeHidden} from '../../bytes/hidden-characters';
import {maskText} from '../../secrets/mask-text';
import {describeExpectation, describeOutcome} from '../expectations/describe-expectation';
import {describeReason} from './describe-row';
import type {PlanReport} from './report-input';

/** The report as data for other tools, in a stable format. */
export function toCoverageJson({title, rows, violations, blindSpots, expectations}: PlanReport): string {
  const report = {
    schemaVersion: 1,
    plan: title,
    blindSpots,
    rows: rows.map(({rule, reasons, ...row}) => ({
      ...row,
      section: rule?.section ?? null,
      labels: rule?.labels ?? [],
      notes: reasons.map(describeReason),
    })),
    expectations: expectations.map(({expectation, result}) => ({
      text: describeExpectation(expectation),
      state: result.state,
      seen: result.seen,
      wrong: result.wrong,
      note: describeOutcome(expectation, result),
    })),
    violations: violations.map(({issue, name, message}) => ({
      event: name,
      code: issue.code,
      severity: issue.severity,
      pointer: maskText(issue.pointer),
      message,
      source: issue.source,
    })),
  };
  return `${escapeHidden(JSON.stringify(report, null, 2))}\n`;
}
