import {toCsvText} from '../../export/csv-text';
import {maskText} from '../../secrets/mask-text';
import {describeExpectation, describeOutcome, stateWords} from '../expectations/describe-expectation';
import {describeReason, gradeWords, toShare, toTimeText} from './describe-row';
import type {PlanReport} from './report-input';

const columns = [
  'call',
  'event',
  'section',
  'state',
  'seen',
  'with issues',
  'share',
  'first seen',
  'last seen',
  'pages',
  'releases',
  'note',
];

/** One row per rule or unplanned event, expectation, and note on what is not counted; cells cannot be formulas. */
export function toCoverageCsv({rows, expectations, blindSpots}: PlanReport): string {
  return toCsvText([
    columns,
    ...rows.map((row) => [
      row.call,
      row.name ?? '',
      row.rule?.section ?? '',
      gradeWords[row.grade],
      String(row.seen),
      String(row.faulty),
      toShare(row),
      toTimeText(row.firstSeen),
      toTimeText(row.lastSeen),
      row.pages.join(' '),
      row.releases.join(' '),
      row.reasons.map(describeReason).join(' '),
    ]),
    ...expectations.map(({expectation, result}) => [
      'expectation',
      describeExpectation(expectation),
      '',
      stateWords[result.state],
      String(result.seen),
      String(result.wrong),
      '',
      '',
      '',
      '',
      '',
      describeOutcome(expectation, result),
    ]),
    ...blindSpots.map((sentence) =>
      columns.map((column) => (column === 'call' ? 'note' : column === 'note' ? sentence : '')),
    ),
  ]);
}

/** One row per violation. */
export function toViolationsCsv({violations}: PlanReport): string {
  return toCsvText([
    ['event', 'code', 'severity', 'field', 'message', 'rule', 'plan'],
    ...violations.map(({issue, name, message}) => [
      name ?? '',
      issue.code,
      issue.severity,
      maskText(issue.pointer),
      message,
      issue.source.section ?? '',
      issue.source.document,
    ]),
  ]);
}
