import type {TabId} from '../../store/detail/create-tabs';
import {isComparable, isSameRow, type Selected, toSelected} from '../../store/detail/selected';
import {toExactWord} from '../../store/filter/to-filter-word';
import type {EventSummary, LogEntry} from '../../store/log/log-entry';
import {toHost} from '../../store/log/to-host';
import {toVisitKey} from '../../store/rows/build-rows';
import type {Row} from '../../store/rows/row-index';
import {type CopyTitle, copyTitles} from '../detail/copy-titles';

/** The action of an item in a row's menu. */
export type RowDeed =
  | {kind: 'open'; row: Selected; tab: TabId | null}
  | {kind: 'fold'; key: string; folded: boolean}
  | {kind: 'mark'; row: Selected | null}
  | {kind: 'compare'; first: Selected; second: Selected}
  | {kind: 'copy'; row: Selected; title: CopyTitle}
  | {kind: 'copy-text'; what: string; text: string}
  | {kind: 'filter'; word: string}
  | {kind: 'coverage'; event: {type: string | null; name: string | null}}
  | {kind: 'pin'; id: string; pinned: boolean}
  | {kind: 'resend'; ids: readonly string[]}
  | {kind: 'remove-import'; importId: string};

export interface RowAction {
  title: string;
  deed: RowDeed;
}

/** The actions for a row, in groups; `marked` is the row selected for compare. */
export function listRowActions(row: Row, marked: Selected | null): RowAction[][] {
  const groups =
    row.kind === 'visit'
      ? [listFold(row), listVisitFilters(row), listResend(row), listRemoval(row.visit.entries[0])]
      : [
          [...listOpening(row), ...listCoverage(row), ...listFold(row)],
          listComparing(toSelected(row), marked),
          listCopies(row),
          listFilters(row),
          [...listPin(row), ...listResend(row), ...listRemoval(row.entry)],
        ];
  return groups.filter((group) => group.length > 0);
}

type EntryRow = Exclude<Row, {kind: 'visit'}>;

function listOpening(row: EntryRow): RowAction[] {
  const selected = toSelected(row);
  const whole = {id: row.entry.id, event: null};
  const open = {title: 'Open', deed: {kind: 'open', row: selected, tab: null}} as const;
  const edit = {title: 'Edit and resend', deed: {kind: 'open', row: selected, tab: 'edit'}} as const;
  if (row.kind === 'request') return [open, edit];
  return [open, edit, {title: 'Open its request', deed: {kind: 'open', row: whole, tab: 'request'}}];
}

function listFold(row: Row): RowAction[] {
  if (row.kind === 'event' || (row.kind === 'request' && !row.foldable)) return [];
  const key = row.kind === 'visit' ? toVisitKey(row.visit.id) : row.entry.id;
  return [{title: row.folded ? 'Expand' : 'Collapse', deed: {kind: 'fold', key, folded: !row.folded}}];
}

function listCoverage(row: EntryRow): RowAction[] {
  const facts = toFacts(row);
  if (!facts) return [];
  return [{title: 'Show in coverage', deed: {kind: 'coverage', event: {type: facts.type, name: facts.name}}}];
}

function listComparing(row: Selected, marked: Selected | null): RowAction[] {
  if (marked === null) return [{title: 'Select for compare', deed: {kind: 'mark', row}}];
  if (isSameRow(row, marked)) return [{title: 'Do not compare', deed: {kind: 'mark', row: null}}];
  const select = {title: 'Select for compare instead', deed: {kind: 'mark', row}} as const;
  if (!isComparable(row, marked)) return [select];
  return [{title: 'Compare with selected', deed: {kind: 'compare', first: marked, second: row}}, select];
}

function listCopies(row: EntryRow): RowAction[] {
  const selected = toSelected(row);
  const name = toFacts(row)?.name;
  return [
    ...copyTitles.map(
      (title): RowAction => ({title: `Copy as ${title}`, deed: {kind: 'copy', row: selected, title}}),
    ),
    ...(name
      ? [{title: 'Copy event name', deed: {kind: 'copy-text', what: 'event name', text: name} as const}]
      : []),
  ];
}

function listFilters(row: EntryRow): RowAction[] {
  const facts = toFacts(row);
  const name = toWord('name', facts?.name);
  const host = toWord('url', toHost(row.entry.head.url));
  const words: [title: string, word: string | null][] = [
    ['Show only this event name', name],
    ['Show only this user', toWord('user', facts?.user)],
    ['Show only this group', toWord('group', facts?.group)],
    ['Show only this status', `status:${toStatus(row.entry)}`],
    ['Show only this host', host],
    ['Hide this event name', name && `-${name}`],
    ['Hide this host', host && `-${host}`],
  ];
  return words.flatMap(([title, word]) => toFilter(title, word));
}

function listVisitFilters({visit}: Extract<Row, {kind: 'visit'}>): RowAction[] {
  return visit.kind === 'page' ? toFilter('Show only this page', toWord('page', visit.url)) : [];
}

function toFilter(title: string, word: string | null): RowAction[] {
  return word === null ? [] : [{title, deed: {kind: 'filter', word}}];
}

function toWord(field: Parameters<typeof toExactWord>[0], value: string | null | undefined): string | null {
  return value == null ? null : toExactWord(field, value);
}

/** Data of the row's event; undefined if the row is a batch. */
function toFacts(row: EntryRow): EventSummary | undefined {
  const {event} = toSelected(row);
  return event === null ? undefined : row.entry.events[event];
}

/** As in the filter word `status:`. */
function toStatus({answer, state}: LogEntry): string {
  return answer ? String(answer.status) : state;
}

function listPin({entry}: EntryRow): RowAction[] {
  const pinned = entry.head.pinned === true;
  return [
    {title: pinned ? 'Unpin request' : 'Pin request', deed: {kind: 'pin', id: entry.id, pinned: !pinned}},
  ];
}

function listResend(row: Row): RowAction[] {
  const ids = row.kind === 'visit' ? row.visit.entries.map(({id}) => id) : [row.entry.id];
  return [{title: toResendTitle(row), deed: {kind: 'resend', ids}}];
}

function toResendTitle(row: Row): string {
  if (row.kind !== 'visit') return 'Resend request…';
  return row.visit.kind === 'import'
    ? 'Resend all requests of this import…'
    : 'Resend all requests of this page…';
}

function listRemoval(entry: LogEntry | undefined): RowAction[] {
  const source = entry?.imported;
  return source ? [{title: 'Remove this import', deed: {kind: 'remove-import', importId: source.id}}] : [];
}
