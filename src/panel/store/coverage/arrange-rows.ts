import {groupBy} from '../../../domain/group-by';
import {
  type CoverageChoice,
  type CoverageRow,
  type Grade,
  isUnderTest,
} from '../../../domain/plans/coverage/coverage-row';
import {toRowTitle} from '../../../domain/plans/report/describe-row';
import {toSearchable} from '../search/to-searchable';

/** Rows that need attention come first. */
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
  isBySection: boolean;
}

export interface ArrangedRows {
  rows: readonly CoverageRow[];
  /** Of the rows under test that match the filter, whatever grades are shown. */
  counts: GradeCounts;
  /** The same rows by section; null if they are not requested, or the rules have none. */
  sections: readonly RowSection[] | null;
}

type GradeCounts = Readonly<Record<Grade, number>>;

/** Rows of one section of the plan, in the order of all. */
export interface RowSection {
  key: string;
  title: string;
  rows: readonly CoverageRow[];
  counts: GradeCounts;
}

/** The rows that match a filter, faulty and unseen ones first, by name. */
export function arrangeRows(all: Iterable<CoverageRow>, filter: RowFilter): ArrangedRows {
  const {text, grades, choice, isBySection} = filter;
  const words = toSearchable(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: CoverageRow[] = [];
  for (const row of all) if (isUnderTest(row, choice) && hasWords(row, words)) found.push(row);
  const byGrade = groupBy(found, ({grade}) => grade);
  const rows = gradeOrder.flatMap((grade) => {
    if (grades.size > 0 && !grades.has(grade)) return [];
    return sortByName(byGrade.get(grade) ?? []);
  });
  return {rows, counts: countGrades(found), sections: isBySection ? toSections(rows, found) : null};
}

/** In the order that people expect; fast if most are already sorted. */
export function sortByName(rows: readonly CoverageRow[]): CoverageRow[] {
  return rows
    .map((row) => ({row, sortKey: textOf(row).sortKey}))
    .sort(bySortKey)
    .map(({row}) => row);
}

function countGrades(rows: readonly CoverageRow[]): GradeCounts {
  const counts = {'never-right': 0, 'sometimes-wrong': 0, 'never-seen': 0, unplanned: 0, 'always-right': 0};
  for (const {grade} of rows) counts[grade]++;
  return counts;
}

/** By name, then rows without a section, then events that are not in the plan. */
function toSections(
  rows: readonly CoverageRow[],
  found: readonly CoverageRow[],
): readonly RowSection[] | null {
  if (!found.some(({rule}) => rule?.section)) return null;
  const all = groupBy(found, toSectionKey);
  const sections = [...groupBy(rows, toSectionKey)].map(([key, shown]) => {
    const title = toSectionTitle(shown[0]);
    const place = toPlace(shown[0]);
    const counts = countGrades(all.get(key) ?? []);
    return {section: {key, title, rows: shown, counts}, sortKey: `${place}${toSortKey(title)}`};
  });
  return sections.sort(bySortKey).map(({section}) => section);
}

/** Rows never have such an ID. */
export function toSectionKey({rule, grade}: Pick<CoverageRow, 'rule' | 'grade'>): string {
  if (grade === 'unplanned') return 'section\nunplanned';
  return rule?.section ? `section\nof ${rule.section}` : 'section\nnone';
}

function toSectionTitle(row: CoverageRow | undefined): string {
  if (row?.grade === 'unplanned') return 'Not in the plan';
  return row?.rule?.section ?? 'Without a section';
}

function toPlace(row: CoverageRow | undefined): number {
  if (row?.grade === 'unplanned') return 2;
  return row?.rule?.section ? 0 : 1;
}

function hasWords(row: CoverageRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const {searchable} = textOf(row);
  return words.every((word) => searchable.includes(word));
}

interface RowText {
  searchable: string;
  sortKey: string;
}

/** A changed row is a new object, so these are never outdated. */
const texts = new WeakMap<CoverageRow, RowText>();

/** Reads the texts for filtering and sorting a row, so that no later task does it for all rows at once. */
export function prepareRow(row: CoverageRow): void {
  textOf(row);
}

function textOf(row: CoverageRow): RowText {
  let text = texts.get(row);
  if (!text) {
    const title = toRowTitle(row);
    const {rule, pages, releases} = row;
    const all = [title, rule?.section ?? '', ...(rule?.labels ?? []), ...pages, ...releases];
    text = {searchable: toSearchable(all.join(' ')), sortKey: toSortKey(title)};
    texts.set(row, text);
  }
  return text;
}

/** Case-insensitive, without accents, and with numbers by their value: comparing such keys is far faster than a collator. */
function toSortKey(title: string): string {
  const plain = title.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

function bySortKey(one: {sortKey: string}, other: {sortKey: string}): number {
  if (one.sortKey === other.sortKey) return 0;
  return one.sortKey < other.sortKey ? -1 : 1;
}
