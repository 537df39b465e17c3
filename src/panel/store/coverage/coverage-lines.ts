import type {RunDifference} from '../../../domain/plans/coverage/compare-runs';
import type {CoverageRow} from '../../../domain/plans/coverage/coverage-row';
import type {PropertyCoverage} from '../../../domain/plans/coverage/property-coverage';
import type {SightingRef} from '../../../domain/plans/coverage/sighting';
import {describeReason} from '../../../domain/plans/report/describe-row';
import {namelessCalls} from '../../../domain/verdict/nameless-calls';
import type {ArrangedRows} from './arrange-rows';
import type {CoverageLine, LineAction} from './coverage-line';
import type {RowDetail} from './coverage-messages';

/** Times are formatted in the view. */
export interface LineOptions {
  formatTime(at: number): string;
  was: ReadonlyMap<string, RunDifference>;
  /** Ids of the rows that the user picked. */
  picked: ReadonlySet<string>;
  /** There is a plan to store expectations with. */
  hasPlan: boolean;
}

/** The expanded parts of the view. */
export interface Folds {
  /** Keys of collapsed sections. */
  folded: ReadonlySet<string>;
  /** IDs of expanded rows, with their details. */
  open: ReadonlySet<string>;
  details: ReadonlyMap<string, RowDetail>;
}

/** Each section, and below expanded ones their rows; without sections only the rows. */
export function toLines(
  {rows, sections}: Pick<ArrangedRows, 'rows' | 'sections'>,
  folds: Folds,
  options: LineOptions,
): CoverageLine[] {
  const lines: CoverageLine[] = [];
  if (sections === null) addRows(lines, rows, null, folds, options);
  for (const section of sections ?? []) {
    const isOpen = !folds.folded.has(section.key);
    lines.push({...section, owner: null, kind: 'section', isOpen});
    if (isOpen) addRows(lines, section.rows, section.key, folds, options);
  }
  return lines;
}

/** Adds each row, and below expanded ones their details; simple code, since there may be 10,000 rows. */
function addRows(
  lines: CoverageLine[],
  rows: readonly CoverageRow[],
  owner: string | null,
  {open, details}: Folds,
  options: LineOptions,
): void {
  const level = owner === null ? 1 : 2;
  for (const row of rows) {
    const isOpen = open.has(row.id);
    const isPicked = options.picked.has(row.id);
    const line: CoverageLine = {key: row.id, owner, level, kind: 'row', isOpen, row, isPicked};
    const difference = options.was.get(row.id);
    if (difference) line.was = difference.before;
    lines.push(line);
    if (!isOpen) continue;
    for (const below of toBelow(row, details.get(row.id), options)) lines.push({...below, level: level + 1});
  }
}

function toBelow(row: CoverageRow, detail: RowDetail | undefined, options: LineOptions): CoverageLine[] {
  const owner = row.id;
  const lines = toNotes(row, detail, options).map(([title, text], index): CoverageLine => {
    return {key: `${row.id}\nnote ${index}`, owner, kind: 'note', title, text};
  });
  for (const [index, {action, text}] of toActions(row, options).entries()) {
    lines.push({key: `${row.id}\ndo ${index}`, owner, kind: 'action', action, text});
  }
  if (!detail) {
    if (row.seen > 0 || row.rule)
      lines.push({key: `${row.id}\nwait`, owner, kind: 'heading', text: 'Reading…'});
    return lines;
  }
  return [...lines, ...toProperties(row, detail, options), ...toEvents(row, detail)];
}

function toActions(row: CoverageRow, {hasPlan, picked}: LineOptions): {action: LineAction; text: string}[] {
  const {seen} = row;
  const name = toExpectedName(row);
  const what = seen === 1 ? 'its event' : `its ${seen.toLocaleString('en-US')} events`;
  const isNew = row.rule === null && row.call === 'track' && seen > 0;
  return [
    ...(seen > 0 ? [{action: {do: 'show-events', row} as const, text: `Show ${what} in the list`}] : []),
    ...(hasPlan && name !== null
      ? [{action: toExpect(name, seen), text: 'Add an expectation for this event…'}]
      : []),
    ...(isNew
      ? [
          {
            action: {do: 'add-to-plan', rows: [row.id]} as const,
            text: hasPlan ? 'Add to plan…' : 'New plan from this event…',
          },
        ]
      : []),
    {
      action: {do: 'pick', row: row.id},
      text: picked.has(row.id)
        ? 'Clear this pick (Space)'
        : 'Pick this event, to test it alone or draft a plan (Space)',
    },
  ];
}

/** The events of a row in an expectation; null: those without a name are not all that the row counts. */
export function toExpectedName({call, name}: Pick<CoverageRow, 'call' | 'name'>): string | null {
  return name ?? (namelessCalls.includes(call) ? call : null);
}

/** The current count is a first guess for the expectation. */
function toExpect(event: string, seen: number): LineAction {
  return {do: 'expect', draft: {event, phrase: seen > 1 ? 'at-least' : 'exactly'}};
}

/** Details of a row that are not in its columns, or for which narrow panels have no columns. */
function toNotes(
  row: CoverageRow,
  detail: RowDetail | undefined,
  {formatTime}: LineOptions,
): [title: string, text: string][] {
  const {rule, reasons, firstSeen, lastSeen, pages, releases} = row;
  const notes: [string, string][] = [];
  if (detail?.description) notes.push(['Rule', detail.description]);
  if (rule?.section) notes.push(['Section', rule.section]);
  if (rule && rule.labels.length > 0) notes.push(['Labels', rule.labels.join(', ')]);
  for (const reason of reasons) notes.push(['Why not seen', describeReason(reason)]);
  if (firstSeen !== null && lastSeen !== null)
    notes.push(['Seen', `first ${formatTime(firstSeen)}, last ${formatTime(lastSeen)}`]);
  if (pages.length > 0) notes.push([pages.length === 1 ? 'Page' : 'Pages', pages.join(' · ')]);
  if (releases.length > 0) notes.push([releases.length === 1 ? 'Release' : 'Releases', releases.join(' · ')]);
  return notes;
}

/** Properties that break the rule first, then the others of the rule, then the rest, each in their original order. */
function toProperties(row: CoverageRow, {properties}: RowDetail, {hasPlan}: LineOptions): CoverageLine[] {
  if (properties.length === 0) return [];
  const owner = row.id;
  const rank = ({planned, sent}: PropertyCoverage) =>
    planned?.isRequired && sent < row.seen ? 0 : planned ? 1 : 2;
  const sorted = properties.toSorted((one, other) => rank(one) - rank(other));
  return [
    {key: `${row.id}\nproperties`, owner, kind: 'heading', text: `Properties (${properties.length})`},
    ...sorted.map((property): CoverageLine => {
      const name = toExpectedName(row);
      const action = hasPlan && name !== null ? toExpectProperty(name, property.name) : null;
      return {key: `${row.id}\np ${property.name}`, owner, kind: 'property', property, row, action};
    }),
  ];
}

function toExpectProperty(event: string, property: string): LineAction {
  return {do: 'expect', draft: {event, phrase: 'present', property}};
}

function toEvents(row: CoverageRow, {events}: RowDetail): CoverageLine[] {
  if (events.length === 0) return [];
  const some = events.length < row.seen ? `, ${events.length} of ${row.seen.toLocaleString('en-US')}` : '';
  return [
    {key: `${row.id}\nevents`, owner: row.id, kind: 'heading', text: `Events, wrong ones first${some}`},
    ...events.map((ref) => toEventLine(row.id, ref)),
  ];
}

export function toEventLine(owner: string, ref: SightingRef): CoverageLine {
  return {key: `${owner}\ne ${ref.request} ${ref.event}`, owner, kind: 'event', ref};
}
