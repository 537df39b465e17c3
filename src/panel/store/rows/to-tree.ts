import {countSame} from '../log/count-same';
import type {LogEntry} from '../log/log-entry';

/** Top-level requests, and the replays below others. */
export interface Tree {
  readonly entries: readonly LogEntry[];
  readonly roots: readonly LogEntry[];
  /** Everything below a top-level request, by its ID, in the order of the rows. */
  readonly below: ReadonlyMap<string, readonly Nested[]>;
  /** The number of replays, nested or not. */
  readonly replays: number;
}

/** A replay below its source. */
export interface Nested {
  readonly entry: LogEntry;
  /** 1 directly below a top-level request. */
  readonly depth: number;
}

export const noTree: Tree = {entries: [], roots: [], below: new Map(), replays: 0};

/**
 * A replay whose source is not listed has its own row. If `before` had no replay, the common beginning is not
 * processed again.
 */
export function toTree(entries: readonly LogEntry[], before: Tree): Tree {
  if (entries === before.entries) return before;
  const seen = before.replays === 0 ? countSame(before.entries, entries) : 0;
  const replays: LogEntry[] = [];
  for (let i = seen; i < entries.length; i++) {
    const entry = entries[i];
    if (entry?.replayed) replays.push(entry);
  }
  if (replays.length === 0) return {...noTree, entries, roots: entries};
  const ids = new Set(entries.map((entry) => entry.id));
  const bySource = new Map<string, LogEntry[]>();
  const inner = new Set<LogEntry>();
  for (const replay of replays) {
    const sourceId = replay.head.replay?.sourceId ?? null;
    if (sourceId === null || !ids.has(sourceId)) continue;
    inner.add(replay);
    const siblings = bySource.get(sourceId) ?? [];
    siblings.push(replay);
    bySource.set(sourceId, siblings);
  }
  const placed = new Set<LogEntry>();
  const below = new Map<string, readonly Nested[]>();
  const place = (root: LogEntry) => {
    placed.add(root);
    if (bySource.has(root.id)) below.set(root.id, placeBelow(root, bySource, placed));
  };
  for (const entry of entries) if (!inner.has(entry)) place(entry);
  // A file may contain replays that are, directly or not, sources of each other.
  for (const replay of inner) if (!placed.has(replay) && inner.delete(replay)) place(replay);
  return {entries, roots: entries.filter((entry) => !inner.has(entry)), below, replays: replays.length};
}

/** Without recursion, since a file may contain any number of replays of replays. */
function placeBelow(
  root: LogEntry,
  bySource: ReadonlyMap<string, readonly LogEntry[]>,
  placed: Set<LogEntry>,
): Nested[] {
  const found: Nested[] = [];
  const open: Nested[] = [{entry: root, depth: 0}];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > 0) found.push(next);
    for (const entry of bySource.get(next.entry.id)?.toReversed() ?? []) {
      if (placed.has(entry)) continue;
      placed.add(entry);
      open.push({entry, depth: next.depth + 1});
    }
  }
  return found;
}
