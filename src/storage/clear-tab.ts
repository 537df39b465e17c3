import {toHomeOrigins} from '../domain/capture/home-origins';
import {
  type CaptureDatabase,
  type CaptureTransaction,
  NO_TAB,
  type RequestRow,
  writeTo,
} from './capture-database';
import {deleteRow, type TabCounts, writeCounts} from './write-record';

/** Removes the unpinned requests of a tab, and those without a tab that come from the same origins. */
export function clearTab(db: CaptureDatabase, tabId: number): Promise<void> {
  return writeTo(db, async (tx) => {
    const counts: TabCounts = new Map();
    const own = await rowsOf(tx, tabId);
    const home = new Set(own.flatMap(({request}) => toHomeOrigins(request.origin)));
    const homeless = (await rowsOf(tx, NO_TAB)).filter(({request}) =>
      toHomeOrigins(request.origin).some((origin) => home.has(origin)),
    );
    for (const row of [...own, ...homeless]) {
      if (row.request.pinned !== true) deleteRow(tx, row, counts);
    }
    const change = counts.get(tabId) ?? {count: 0, bytes: 0, dropped: 0};
    const dropped = (await tx.objectStore('tabs').get(tabId))?.dropped ?? 0;
    counts.set(tabId, {...change, dropped: -dropped});
    await writeCounts(tx, counts);
  });
}

function rowsOf(tx: CaptureTransaction, tab: number): Promise<RequestRow[]> {
  const range = IDBKeyRange.bound([tab, Number.NEGATIVE_INFINITY], [tab, Number.POSITIVE_INFINITY]);
  return tx.objectStore('requests').index('byTab').getAll(range);
}
