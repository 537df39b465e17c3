import type {RunDifference} from '../../../domain/plans/coverage/compare-runs';
import type {CoverageRow, Grade} from '../../../domain/plans/coverage/coverage-row';
import type {PropertyCoverage} from '../../../domain/plans/coverage/property-coverage';
import type {SightingRef} from '../../../domain/plans/coverage/sighting';
import {describeReason} from '../../../domain/plans/report/describe-row';
import type {RowDetail} from './coverage-messages';

/** What a line below a row does when it is pressed. */
export type LineAction = 'show-events';

/** One line of the view: a row, or something of what it folds out to. All are of one height. */
export type CoverageLine = {
  key: string;
  row: CoverageRow;
} /** `was`: in the run that it is compared with, where that differs; null: that one had no such row. */ & (
  | {kind: 'row'; isOpen: boolean; was?: Grade | null}
  | {kind: 'note'; title: string; text: string}
  | {kind: 'heading'; text: string}
  | {kind: 'property'; property: PropertyCoverage}
  | {kind: 'event'; ref: SightingRef}
  | {kind: 'action'; action: LineAction; text: string}
);

/** Times are formatted where they are shown. */
export interface LineOptions {
  formatTime(at: number): string;
  was: ReadonlyMap<string, RunDifference>;
}

/** Each row, and below those that are folded out what is known of them. */
export function toLines(
  rows: readonly CoverageRow[],
  open: ReadonlySet<string>,
  details: ReadonlyMap<string, RowDetail>,
  options: LineOptions,
): CoverageLine[] {
  if (open.size === 0) return rows.map((row) => toRowLine(row, false, options));
  return rows.flatMap((row) => {
    if (!open.has(row.id)) return toRowLine(row, false, options);
    return [toRowLine(row, true, options), ...toBelow(row, details.get(row.id), options)];
  });
}

function toRowLine(row: CoverageRow, isOpen: boolean, {was}: LineOptions): CoverageLine {
  const difference = was.get(row.id);
  return {key: row.id, row, kind: 'row', isOpen, ...(difference && {was: difference.before})};
}

function toBelow(row: CoverageRow, detail: RowDetail | undefined, options: LineOptions): CoverageLine[] {
  const lines: CoverageLine[] = toNotes(row, options).map(([title, text], index) => ({
    key: `${row.id}\nnote ${index}`,
    row,
    kind: 'note',
    title,
    text,
  }));
  if (row.seen > 0) {
    const what = row.seen === 1 ? 'its event' : `its ${row.seen.toLocaleString('en-US')} events`;
    lines.push({
      key: `${row.id}\nshow`,
      row,
      kind: 'action',
      action: 'show-events',
      text: `Show ${what} in the list`,
    });
  }
  if (!detail) {
    if (row.seen > 0 || row.rule)
      lines.push({key: `${row.id}\nwait`, row, kind: 'heading', text: 'Reading…'});
    return lines;
  }
  return [...lines, ...toProperties(row, detail), ...toEvents(row, detail)];
}

/** What is known of a row besides its columns, and what narrow panels have no columns for. */
function toNotes(row: CoverageRow, {formatTime}: LineOptions): [title: string, text: string][] {
  const {rule, reasons, firstSeen, lastSeen, pages, releases} = row;
  const notes: [string, string][] = [];
  if (rule?.description) notes.push(['Rule', rule.description]);
  if (rule?.section) notes.push(['Section', rule.section]);
  if (rule && rule.labels.length > 0) notes.push(['Labels', rule.labels.join(', ')]);
  for (const reason of reasons) notes.push(['Why not seen', describeReason(reason)]);
  if (firstSeen !== null && lastSeen !== null)
    notes.push(['Seen', `first ${formatTime(firstSeen)}, last ${formatTime(lastSeen)}`]);
  if (pages.length > 0) notes.push([pages.length === 1 ? 'Page' : 'Pages', pages.join(' · ')]);
  if (releases.length > 0) notes.push([releases.length === 1 ? 'Release' : 'Releases', releases.join(' · ')]);
  return notes;
}

/** What breaks the rule first, then what it names, then the rest, each as it came. */
function toProperties(row: CoverageRow, {properties}: RowDetail): CoverageLine[] {
  if (properties.length === 0) return [];
  const rank = ({planned, sent}: PropertyCoverage) =>
    planned?.isRequired && sent < row.seen ? 0 : planned ? 1 : 2;
  const sorted = properties.toSorted((one, other) => rank(one) - rank(other));
  return [
    {key: `${row.id}\nproperties`, row, kind: 'heading', text: `Properties (${properties.length})`},
    ...sorted.map(
      (property): CoverageLine => ({key: `${row.id}\np ${property.name}`, row, kind: 'property', property}),
    ),
  ];
}

function toEvents(row: CoverageRow, {events}: RowDetail): CoverageLine[] {
  if (events.length === 0) return [];
  const some = events.length < row.seen ? `, ${events.length} of ${row.seen.toLocaleString('en-US')}` : '';
  return [
    {key: `${row.id}\nevents`, row, kind: 'heading', text: `Events, faulty first${some}`},
    ...events.map(
      (ref): CoverageLine => ({key: `${row.id}\ne ${ref.request} ${ref.event}`, row, kind: 'event', ref}),
    ),
  ];
}
