import {escapeXml} from '../../export/escape-xml';
import type {CoverageRow} from '../coverage/coverage-row';
import {describeReason, gradeWords, toRowTitle} from './describe-row';
import type {PlanReport} from './report-input';

export interface JunitOptions {
  /** Whether a rule that saw no event fails, or is only skipped. */
  neverSeen: 'failure' | 'skipped';
}

/** One suite a plan, one case a rule; what is unplanned has cases of its own. */
export function toCoverageJunit({title, rows, violations}: PlanReport, {neverSeen}: JunitOptions): string {
  const isFailed = ({grade}: CoverageRow) =>
    grade === 'never-right' ||
    grade === 'sometimes-wrong' ||
    grade === 'unplanned' ||
    (grade === 'never-seen' && neverSeen === 'failure');
  const failures = rows.filter(isFailed).length;
  const skipped = neverSeen === 'skipped' ? rows.filter(({grade}) => grade === 'never-seen').length : 0;
  const cases = rows.map((row) => {
    const attributes = `classname="${escapeXml(row.rule?.section ?? (row.rule ? row.call : 'unplanned'))}" name="${escapeXml(toRowTitle(row))}"`;
    const detail = toDetail(row, violations);
    if (isFailed(row)) {
      return `    <testcase ${attributes}><failure message="${escapeXml(gradeWords[row.grade])}">${escapeXml(detail)}</failure></testcase>`;
    }
    return row.grade === 'never-seen'
      ? `    <testcase ${attributes}><skipped message="${escapeXml(detail || gradeWords[row.grade])}"/></testcase>`
      : `    <testcase ${attributes}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="${escapeXml(title ?? 'Events')}" tests="${rows.length}" failures="${failures}" skipped="${skipped}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function toDetail(row: CoverageRow, violations: PlanReport['violations']): string {
  const own = violations.filter(({name}) => name !== null && name === row.name).map(({message}) => message);
  return [...row.reasons.map(describeReason), ...new Set(own)].slice(0, 20).join('\n');
}
