import type {CoverageRow} from '../coverage/coverage-row';
import type {ReportedViolation} from './report-input';

/** What fails besides events that do not follow their rule. */
export interface FailingRows {
  neverSeen: boolean;
  unplanned: boolean;
}

/**
 * Whether a row fails a test run. As in checks, a call without a rule is only wrong if the plan names it unplanned:
 * other calls than track, and what a part of a plan does not show, are not. It also fails if it breaks the rule for
 * every call.
 * @param violations those of this row
 */
export function isFailedRow(
  {grade, faulty}: Pick<CoverageRow, 'grade' | 'faulty'>,
  violations: readonly ReportedViolation[],
  {neverSeen, unplanned}: FailingRows,
): boolean {
  switch (grade) {
    case 'always-right':
      return false;
    case 'sometimes-wrong':
    case 'never-right':
      return true;
    case 'never-seen':
      return neverSeen;
    case 'unplanned':
      return unplanned ? faulty > 0 : violations.some(isOfCommonRule);
  }
}

function isOfCommonRule({issue: {code, severity}}: ReportedViolation): boolean {
  return code !== 'plan/unplanned-event' && severity !== 'info';
}
