import {
  type CoverageChoice,
  type CoverageRow,
  type Grade,
  isUnderTest,
} from '../../../domain/plans/coverage/coverage-row';
import {toRowTitle} from '../../../domain/plans/report/describe-row';
import {toSearchable} from '../search/to-searchable';

/** What needs a look comes first. */
export const gradeOrder: readonly Grade[] = [
  'never-right',
  'sometimes-wrong',
  'never-seen',
  'unplanned',
  'always-right',
];

export interface RowFilter {
  text: string;
  /** Empty: all. */
  grades: ReadonlySet<Grade>;
  choice: CoverageChoice;
}

export interface ArrangedRows {
  rows: readonly CoverageRow[];
  /** Of what is under test and found, whatever grades are shown. */
  counts: Readonly<Record<Grade, number>>;
}

const alphabet = new Intl.Collator('en', {sensitivity: 'base', numeric: true});

/** The rows that a filter lets pass, faulty and unseen ones first, by name. */
export function arrangeRows(all: Iterable<CoverageRow>, {text, grades, choice}: RowFilter): ArrangedRows {
  const words = toSearchable(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = [...all].filter((row) => isUnderTest(row, choice) && hasWords(row, words));
  const counts = {'never-right': 0, 'sometimes-wrong': 0, 'never-seen': 0, unplanned: 0, 'always-right': 0};
  for (const {grade} of found) counts[grade]++;
  const rows = found
    .filter(({grade}) => grades.size === 0 || grades.has(grade))
    .map((row) => ({row, rank: gradeOrder.indexOf(row.grade), title: toRowTitle(row)}))
    .sort((one, other) => one.rank - other.rank || alphabet.compare(one.title, other.title))
    .map(({row}) => row);
  return {rows, counts};
}

function hasWords(row: CoverageRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const {rule, pages, releases} = row;
  const text = toSearchable(
    [toRowTitle(row), rule?.section ?? '', ...(rule?.labels ?? []), ...pages, ...releases].join(' '),
  );
  return words.every((word) => text.includes(word));
}
