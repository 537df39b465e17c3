import {groupBy} from '../../group-by';
import type {CoverageRow} from '../coverage/coverage-row';
import type {PlanReport, ReportedViolation} from './report-input';

/** What fails besides events that do not follow their rule. */
export interface FailingRows {
  neverSeen: boolean;
  unplanned: boolean;
}

/**
 * The rows that fail a test run. As in checks, a call without a rule is only wrong if the plan names it unplanned:
 * other calls than track, and what a part of a plan does not show, are not. It also fails if it breaks the rule for
 * every call. A version of a rule is not missing if another version was seen: an event only follows one of them.
 */
export function findFailedRows(
  {rows, violations}: Pick<PlanReport, 'rows' | 'violations'>,
  {neverSeen, unplanned}: FailingRows,
): Set<CoverageRow> {
  const byRow = groupBy(violations, ({row}) => row);
  const seen = new Set(rows.filter(({rule, seen}) => rule !== null && seen > 0).map(toEvent));
  const isFailed = (row: CoverageRow) => {
    switch (row.grade) {
      case 'always-right':
        return false;
      case 'sometimes-wrong':
      case 'never-right':
        return true;
      case 'never-seen':
        return neverSeen && !seen.has(toEvent(row));
      case 'unplanned':
        return unplanned ? row.faulty > 0 : byRow.get(row.id)?.some(isOfCommonRule) === true;
    }
  };
  return new Set(rows.filter(isFailed));
}

/** Equal for the versions of a rule. */
function toEvent({call, name}: CoverageRow): string {
  return JSON.stringify([call, name]);
}

function isOfCommonRule({issue: {code, severity}}: ReportedViolation): boolean {
  return code !== 'plan/unplanned-event' && severity !== 'info';
}
