import {
  describeExpectation,
  describeOutcome,
  describeReason,
  gradeWords,
  groupBy,
  type PlanReport,
  stateWords,
  toRowTitles,
  toViolationText,
} from '../domain';
import {toSafeText} from '../reporters/safe-text';

/** Coverage for people: one line per event of the plan. Lines never begin with captured text. */
export function toCoverageText({title, rows, violations, blindSpots, expectations}: PlanReport): string {
  const width = Math.max(...Object.values(gradeWords).map(({length}) => length));
  const titles = toRowTitles(rows);
  const byRow = groupBy(violations, ({row}) => row);
  const lines = rows.flatMap((row) => {
    const own = byRow.get(row.id) ?? [];
    const told = [...new Set([...row.reasons.map(describeReason), ...own.map(toViolationText)])];
    const count = row.seen === 0 ? '' : ` (${row.seen - row.faulty} of ${row.seen} right)`;
    return [
      `${gradeWords[row.grade].padEnd(width)}  ${toSafeText(titles.get(row.id) ?? '')}${count}`,
      ...told.slice(0, 5).map((sentence) => `${' '.repeat(width)}  - ${toSafeText(sentence)}`),
    ];
  });
  const planned = rows.filter(({rule}) => rule !== null);
  const seen = planned.filter(({grade}) => grade !== 'never-seen').length;
  return [
    `Coverage of ${toSafeText(title ?? 'events')}`,
    ...blindSpots.map(toSafeText),
    ...lines,
    ...expectations.map(
      ({expectation, result}) =>
        `${stateWords[result.state].padEnd(width)}  ${toSafeText(describeExpectation(expectation))}: ${toSafeText(describeOutcome(expectation, result))}`,
    ),
    `${seen} of ${planned.length} planned events were seen.`,
    '',
  ].join('\n');
}
