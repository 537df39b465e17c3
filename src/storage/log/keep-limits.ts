import type {CaptureTransaction, RequestRow, TabRow} from './capture-database';
import {bytesOfRow} from './request-rows';
import {deleteRow, type TabCounts, writeCounts} from './write-record';

export interface Limits {
  maxRequests: number;
  maxBytes: number;
}

/**
 * Drops the oldest unpinned requests of each tab that is over its limits. Resolves to the tabs that lost some, with
 * how many were dropped in all.
 */
export async function keepLimits(
  tx: CaptureTransaction,
  tabs: readonly TabRow[],
  limits: Limits,
): Promise<TabRow[]> {
  const shortened: TabRow[] = [];
  for (const tab of tabs.filter((row) => isOver(row, limits))) {
    const counts: TabCounts = new Map();
    const dropped = await dropOldest(tx, tab, limits, counts);
    if (dropped === 0) continue;
    const change = counts.get(tab.tab);
    if (change) change.dropped = dropped;
    shortened.push(...(await writeCounts(tx, counts)));
  }
  return shortened;
}

async function dropOldest(
  tx: CaptureTransaction,
  tab: TabRow,
  limits: Limits,
  counts: TabCounts,
): Promise<number> {
  const left = {...tab};
  let dropped = 0;
  const range = IDBKeyRange.bound([tab.tab, Number.NEGATIVE_INFINITY], [tab.tab, Number.POSITIVE_INFINITY]);
  let cursor = await tx.objectStore('requests').index('byTab').openCursor(range);
  while (cursor && isOver(left, limits)) {
    const row: RequestRow = cursor.value;
    if (row.request.pinned !== true) {
      deleteRow(tx, row, counts);
      left.count -= 1;
      left.bytes -= bytesOfRow(row);
      dropped += 1;
    }
    cursor = await cursor.continue();
  }
  return dropped;
}

function isOver(tab: TabRow, limits: Limits): boolean {
  return tab.count > limits.maxRequests || tab.bytes > limits.maxBytes;
}
