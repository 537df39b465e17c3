import type {CaptureRecord} from '../../domain/capture/capture-record';
import {toHomeOrigins} from '../../domain/capture/home-origins';
import {
  type CaptureDatabase,
  type CaptureTransaction,
  NO_TAB,
  type RequestRow,
  writeTo,
} from './capture-database';
import {isIntact} from './damaged-rows';
import {idsUnderWay, rememberCleared} from './remember-cleared';
import {rememberGone} from './remember-gone';
import {toRecord} from './request-rows';
import {deleteRow, readTab, type TabCounts, writeCounts, writeRecord} from './write-record';

/**
 * Removes the unpinned requests of a tab, and those without a tab that come from the same origins. Resolves to their
 * IDs.
 * @param at now, in milliseconds since the epoch: later reports on requests from before are ignored
 */
export function clearTab(db: CaptureDatabase, tabId: number, at: number): Promise<string[]> {
  return writeTo(db, async (tx) => {
    const counts: TabCounts = new Map();
    const own = await rowsOf(tx, tabId);
    const home = new Set(own.filter(isIntact).flatMap(({request}) => toHomeOrigins(request.origin)));
    const tabless = (await rowsOf(tx, NO_TAB)).filter(
      (row) => !isIntact(row) || toHomeOrigins(row.request.origin).some((origin) => home.has(origin)),
    );
    const gone = [...own, ...tabless].filter((row) => !isIntact(row) || row.request.pinned !== true);
    for (const row of gone) deleteRow(tx, row, counts);
    const change = counts.get(tabId) ?? {count: 0, bytes: 0, dropped: 0};
    const {dropped} = await readTab(tx, tabId);
    counts.set(tabId, {...change, dropped: -dropped});
    await writeCounts(tx, counts);
    await rememberCleared(tx, tabId, {at, requestIds: idsUnderWay(gone)});
    await rememberGone(tx, gone, at);
    return gone.map(({id}) => id);
  });
}

/**
 * Removes requests by their IDs, pinned or not; late reports on pending ones are ignored.
 * @param now in milliseconds since the epoch
 */
export function removeRequests(db: CaptureDatabase, ids: readonly string[], now: number): Promise<void> {
  return writeTo(db, async (tx) => {
    const counts: TabCounts = new Map();
    const rows = await Promise.all(ids.map((id) => tx.objectStore('requests').get(id)));
    const gone = rows.filter((row) => row !== undefined);
    for (const row of gone) deleteRow(tx, row, counts);
    await writeCounts(tx, counts);
    for (const tab of new Set(gone.map((row) => row.tab)))
      await rememberCleared(tx, tab, {at: 0, requestIds: idsUnderWay(gone)});
    await rememberGone(tx, gone, now);
  });
}

/**
 * Removes the unpinned requests of a closed tab; pinned ones are kept, and shown with their page again. Later reports
 * on the tab are ignored, since its ID is never used again in this browser session. Resolves to the IDs of removed
 * records.
 */
export function forgetTab(db: CaptureDatabase, session: string, tabId: number): Promise<string[]> {
  return writeTo(db, async (tx) => {
    const counts: TabCounts = new Map();
    const own = await rowsOf(tx, tabId);
    const gone = own.filter((row) => !isIntact(row) || row.request.pinned !== true);
    for (const row of gone) deleteRow(tx, row, counts);
    for (const row of own) {
      if (!gone.includes(row))
        writeRecord(tx, withoutTab(toRecord(row)), {
          stored: row,
          arrival: {session, at: row.arrivedAt},
          counts,
        });
    }
    await writeCounts(tx, counts);
    const {cleared} = await readTab(tx, tabId);
    const empty = {tab: tabId, count: 0, bytes: 0, dropped: 0, closed: session};
    await tx.objectStore('tabs').put({...empty, ...(cleared && {cleared})});
    await rememberCleared(tx, tabId, {at: 0, requestIds: idsUnderWay(gone)});
    return gone.map(({id}) => id);
  });
}

function withoutTab(record: CaptureRecord): CaptureRecord {
  return {...record, request: {...record.request, origin: {...record.request.origin, tabId: null}}};
}

function rowsOf(tx: CaptureTransaction, tab: number): Promise<RequestRow[]> {
  const range = IDBKeyRange.bound([tab, Number.NEGATIVE_INFINITY], [tab, Number.POSITIVE_INFINITY]);
  return tx.objectStore('requests').index('byTab').getAll(range);
}
