import type {CaptureTransaction, RequestRow, TabRow} from './capture-database';
import {isIntact} from './damaged-rows';
import {idsUnderWay, rememberCleared} from './remember-cleared';
import {rememberGone} from './remember-gone';
import {bytesOfRow} from './request-rows';
import {deleteRow, type TabCounts, writeCounts} from './write-record';

/** Limits of one tab. */
export interface Limits {
  maxRequests: number;
  maxBytes: number;
}

/** The requests that a tab lost. */
export interface Dropped {
  tab: number;
  ids: string[];
  /** The total number in this session. */
  count: number;
}

/** All tabs together may store this multiple of a tab's limit: a hundred open tabs must not fill the disk. */
const ALL_TABS = 4;

/**
 * Drops the oldest unpinned requests of each tab that exceeds its limits, and of the largest tabs while all together
 * exceed theirs. The oldest are those that were added first, by our own clock: a page or a file may state any time.
 * @param tabs the tabs that were written to
 * @param now in milliseconds since the epoch
 */
export async function keepLimits(
  tx: CaptureTransaction,
  tabs: readonly TabRow[],
  limits: Limits,
  now: number,
): Promise<Dropped[]> {
  const dropped: Dropped[] = [];
  for (const tab of tabs) {
    if (isOver(tab, limits)) dropped.push(await dropOldest(tx, tab, limits, now));
  }
  for (const {tab, room} of whoMakesRoom(await tx.objectStore('tabs').getAll(), limits)) {
    dropped.push(await dropOldest(tx, tab, room, now));
  }
  return dropped.filter(({ids}) => ids.length > 0);
}

/** The tabs that have to be reduced, the largest first, and their limits. */
function whoMakesRoom(tabs: readonly TabRow[], limits: Limits): {tab: TabRow; room: Limits}[] {
  let bytes = tabs.reduce((sum, tab) => sum + tab.bytes, 0) - ALL_TABS * limits.maxBytes;
  let count = tabs.reduce((sum, tab) => sum + tab.count, 0) - ALL_TABS * limits.maxRequests;
  const makers: {tab: TabRow; room: Limits}[] = [];
  for (const tab of tabs.toSorted((a, b) => b.bytes - a.bytes || b.count - a.count)) {
    if (bytes <= 0 && count <= 0) break;
    makers.push({
      tab,
      room: {maxBytes: tab.bytes - Math.max(0, bytes), maxRequests: tab.count - Math.max(0, count)},
    });
    bytes -= tab.bytes;
    count -= tab.count;
  }
  return makers;
}

async function dropOldest(
  tx: CaptureTransaction,
  tab: TabRow,
  limits: Limits,
  now: number,
): Promise<Dropped> {
  const counts: TabCounts = new Map();
  const left = {...tab};
  const gone: RequestRow[] = [];
  const range = IDBKeyRange.bound([tab.tab, Number.NEGATIVE_INFINITY], [tab.tab, Number.POSITIVE_INFINITY]);
  let cursor = await tx.objectStore('requests').index('byArrival').openCursor(range);
  while (cursor && isOver(left, limits)) {
    const row: RequestRow = cursor.value;
    if (!isIntact(row) || row.request.pinned !== true) {
      deleteRow(tx, row, counts);
      left.count -= 1;
      left.bytes -= bytesOfRow(row);
      gone.push(row);
    }
    cursor = await cursor.continue();
  }
  const change = counts.get(tab.tab);
  if (change) change.dropped = gone.length;
  const [row] = await writeCounts(tx, counts);
  const requestIds = idsUnderWay(gone);
  if (requestIds.length > 0) await rememberCleared(tx, tab.tab, {at: 0, requestIds});
  await rememberGone(tx, gone, now);
  return {tab: tab.tab, ids: gone.map(({id}) => id), count: row?.dropped ?? tab.dropped};
}

function isOver(tab: TabRow, limits: Limits): boolean {
  return tab.count > limits.maxRequests || tab.bytes > limits.maxBytes;
}
