import {escapeXml, escapeXmlAttribute} from '../../export/escape-xml';
import {groupBy} from '../../group-by';
import type {CoverageRow} from '../coverage/coverage-row';
import {
  describeExpectation,
  describeOutcome,
  type ExpectationState,
  stateWords,
} from '../expectations/describe-expectation';
import {describeReason, gradeWords, toRowTitles} from './describe-row';
import {type PlanReport, type ReportedViolation, toViolationText} from './report-input';
import {findFailedRows} from './row-result';

export interface JunitOptions {
  /** Whether a rule without events fails, or is only skipped. */
  neverSeen: 'failure' | 'skipped';
  /** Whether an event that should be in the plan fails, or is only skipped. */
  unplanned?: 'failure' | 'skipped';
}

/** One suite per plan, one case per rule, expectation and unplanned event. The output lists what is not counted. */
export function toCoverageJunit(
  {title, rows, violations, expectations, blindSpots}: PlanReport,
  {neverSeen, unplanned = 'failure'}: JunitOptions,
): string {
  const byRow = groupBy(violations, ({row}) => row);
  const failing = {neverSeen: neverSeen === 'failure', unplanned: unplanned === 'failure'};
  const failed = findFailedRows({rows, violations}, failing);
  const isSkipped = (row: CoverageRow) => row.grade !== 'always-right' && !failed.has(row);
  const inState = (state: ExpectationState) =>
    expectations.filter(({result}) => result.state === state).length;
  const failures = failed.size + inState('broken');
  const skipped = rows.filter(isSkipped).length + inState('not-applied');
  const tests = rows.length + expectations.length;
  const titles = toRowTitles(rows);
  const cases = rows.map((row) => {
    const attributes = `classname="${escapeXmlAttribute(row.rule?.section ?? (row.rule ? row.call : 'unplanned'))}" name="${escapeXmlAttribute(titles.get(row.id) ?? '')}"`;
    const detail = toDetail(row, byRow.get(row.id) ?? []);
    if (failed.has(row)) {
      return `    <testcase ${attributes}><failure message="${escapeXml(gradeWords[row.grade])}">${escapeXml(detail)}</failure></testcase>`;
    }
    return isSkipped(row)
      ? `    <testcase ${attributes}><skipped message="${escapeXmlAttribute(detail || gradeWords[row.grade])}"/></testcase>`
      : `    <testcase ${attributes}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="${escapeXmlAttribute(title ?? 'Events')}" tests="${tests}" failures="${failures}" skipped="${skipped}">`,
    ...cases,
    ...expectations.map(toExpectationCase),
    ...(blindSpots.length > 0 ? [`    <system-out>${escapeXml(blindSpots.join('\n'))}</system-out>`] : []),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function toExpectationCase({expectation, result}: PlanReport['expectations'][number]): string {
  const attributes = `classname="expectations" name="${escapeXmlAttribute(describeExpectation(expectation))}"`;
  const detail = escapeXmlAttribute(describeOutcome(expectation, result));
  switch (result.state) {
    case 'met':
      return `    <testcase ${attributes}/>`;
    case 'broken':
      return `    <testcase ${attributes}><failure message="${stateWords.broken}">${detail}</failure></testcase>`;
    case 'not-applied':
      return `    <testcase ${attributes}><skipped message="${detail}"/></testcase>`;
  }
}

function toDetail(row: CoverageRow, violations: readonly ReportedViolation[]): string {
  const own = new Set(violations.map(toViolationText));
  return [...row.reasons.map(describeReason), ...own].slice(0, 20).join('\n');
}
