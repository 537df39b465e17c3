import {toCodeSpan} from '../../export/markdown';
import {describeExpectation, describeOutcome, stateWords} from '../expectations/describe-expectation';
import {describeReason, gradeWords, toRowTitles, toShare, toTimeText} from './describe-row';
import {type PlanReport, toViolationText} from './report-input';

/** Coverage and violations as a ticket. Names and values are in code, so that they are not interpreted as markup. */
export function toCoverageMarkdown({title, rows, violations, blindSpots, expectations}: PlanReport): string {
  const counts = Object.entries(gradeWords).flatMap(([grade, words]) => {
    const count = rows.filter((row) => row.grade === grade).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const titles = toRowTitles(rows);
  const lines = [
    title === null ? '# Events' : `# Coverage of ${toCodeSpan(title)}`,
    '',
    counts.length === 0 ? 'No event was seen.' : `${counts.join(', ')}.`,
    ...blindSpots.map((sentence) => `- ${toCodeSpan(sentence)}`),
    '',
    '| event | state | seen | with issues | last seen | note |',
    '| --- | --- | ---: | ---: | --- | --- |',
    ...rows.map((row) =>
      [
        '',
        toCodeSpan(titles.get(row.id) ?? ''),
        gradeWords[row.grade],
        row.seen === 0 ? '–' : String(row.seen),
        toShare(row) || '–',
        toTimeText(row.lastSeen) || '–',
        row.reasons.length === 0 ? '' : toCodeSpan(row.reasons.map(describeReason).join(' ')),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    ...toExpectations(expectations),
  ];
  if (violations.length === 0) return `${lines.join('\n')}\n`;
  const list = violations.map(
    (violation) =>
      `- ${violation.issue.code} in ${toCodeSpan(violation.name ?? 'an event')}: ${toCodeSpan(toViolationText(violation))}`,
  );
  return `${[...lines, '', '## Violations', '', ...list].join('\n')}\n`;
}

function toExpectations(expectations: PlanReport['expectations']): string[] {
  if (expectations.length === 0) return [];
  return [
    '',
    '## Expectations',
    '',
    '| expectation | state | note |',
    '| --- | --- | --- |',
    ...expectations.map(
      ({expectation, result}) =>
        `| ${toCodeSpan(describeExpectation(expectation))} | ${stateWords[result.state]} | ${toCodeSpan(describeOutcome(expectation, result))} |`,
    ),
  ];
}
