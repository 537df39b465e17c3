import type {LogEntry} from './log-entry';
import type {EntryMatch} from './matches-filter';
import {type Block, createRowIndex, type RowIndex} from './row-index';
import {toVisits} from './to-visits';

export interface RowInputs {
  entries: readonly LogEntry[];
  navigations: readonly number[];
  /** null: filtered out. */
  match(entry: LogEntry): EntryMatch | null;
  filtering: boolean;
  /** What the user folded (true) or opened (false), by `toVisitKey` or the request's id. */
  folds: ReadonlyMap<string, boolean>;
}

/** A batch of more events than this starts folded, so that one does not push the others out of sight. */
const MAX_OPEN_EVENTS = 50;
/** Replays of replays are indented, but not out of the column. */
const MAX_DEPTH = 4;

/** Lays the list out: visits with their requests, each request with its events, and below them its replays. */
export function buildRows(inputs: RowInputs): RowIndex {
  const {roots, children} = toTree(inputs.entries);
  const blocks: Block[] = [];
  for (const visit of toVisits(roots, inputs.navigations)) {
    const folded = inputs.folds.get(toVisitKey(visit.id)) ?? false;
    blocks.push({kind: 'visit', visit, folded});
    const heading = blocks.length;
    for (const entry of visit.entries) addEntry(entry, 0);
    if (blocks.length === heading) blocks.pop();
    else if (folded) blocks.length = heading;
  }
  return createRowIndex(blocks);

  function addEntry(entry: LogEntry, depth: number): void {
    const match = inputs.match(entry);
    if (match) blocks.push(toBlock(entry, depth, match, inputs));
    if (children.size === 0) return;
    for (const child of children.get(entry.id) ?? []) addEntry(child, Math.min(depth + 1, MAX_DEPTH));
  }
}

export function toVisitKey(visitId: string): string {
  return `visit ${visitId}`;
}

function toBlock(entry: LogEntry, depth: number, match: EntryMatch, inputs: RowInputs): Block {
  const foldable = entry.events.length > 1;
  const byDefault = entry.events.length > MAX_OPEN_EVENTS && !inputs.filtering;
  const chosen = foldable && inputs.folds.size > 0 ? inputs.folds.get(entry.id) : undefined;
  const folded = foldable && (chosen ?? byDefault);
  return {kind: 'request', entry, depth, foldable, folded, events: match.events};
}

/** A replay whose source is not listed stands by itself. */
function toTree(entries: readonly LogEntry[]): {
  roots: readonly LogEntry[];
  children: Map<string, LogEntry[]>;
} {
  const replays = entries.filter((entry) => entry.head.replay);
  const children = new Map<string, LogEntry[]>();
  if (replays.length === 0) return {roots: entries, children};
  const ids = new Set(entries.map((entry) => entry.id));
  const nested = new Set<LogEntry>();
  for (const replay of replays) {
    const sourceId = replay.head.replay?.sourceId;
    if (sourceId === undefined || sourceId === null || sourceId === replay.id || !ids.has(sourceId)) continue;
    nested.add(replay);
    const siblings = children.get(sourceId) ?? [];
    siblings.push(replay);
    children.set(sourceId, siblings);
  }
  return {roots: entries.filter((entry) => !nested.has(entry)), children};
}
