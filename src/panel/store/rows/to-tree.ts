import {countSame} from '../log/count-same';
import type {LogEntry} from '../log/log-entry';

/** Top-level requests, and the replays below others. */
export interface Tree {
  readonly entries: readonly LogEntry[];
  readonly roots: readonly LogEntry[];
  /** By the ID of their source, in the order of sending. */
  readonly children: ReadonlyMap<string, readonly LogEntry[]>;
  /** The number of replays, nested or not. */
  readonly replays: number;
}

export const noTree: Tree = {entries: [], roots: [], children: new Map(), replays: 0};

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
  const nested = new Set<LogEntry>();
  const children = new Map<string, LogEntry[]>();
  for (const replay of replays) {
    const sourceId = replay.head.replay?.sourceId;
    if (sourceId === undefined || sourceId === null || sourceId === replay.id || !ids.has(sourceId)) continue;
    nested.add(replay);
    const siblings = children.get(sourceId) ?? [];
    siblings.push(replay);
    children.set(sourceId, siblings);
  }
  const roots = entries.filter((entry) => !nested.has(entry));
  return {entries, roots, children, replays: replays.length};
}
