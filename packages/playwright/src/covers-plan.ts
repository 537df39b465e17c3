import {type CoverageRow, findFailedRows, type PlanReport} from '@track-inspector/core';

/** The part of a report that a test is about, and whether the plan is covered there. */
export interface PlanCover {
  report: PlanReport;
  isCovered: boolean;
}

/**
 * Every event was sent, each as the plan says, and no expectation is broken. Expectations are about the whole plan,
 * so they do not apply to a part of it.
 * @param sections undefined: all
 */
export function coversPlan(report: PlanReport, sections: readonly string[] | undefined): PlanCover {
  const isPart = ({rule}: CoverageRow) => sections?.includes(rule?.section ?? '') ?? true;
  const rows = report.rows.filter((row) => row.rule !== null && isPart(row));
  const expectations = sections === undefined ? report.expectations : [];
  const isCovered =
    rows.length > 0 &&
    findFailedRows({rows, violations: report.violations}, {neverSeen: true, unplanned: true}).size === 0 &&
    expectations.every(({result}) => result.state !== 'broken');
  return {report: {...report, rows, expectations}, isCovered};
}
