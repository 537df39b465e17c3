import type {CapturedRequest} from '../domain/capture/captured-request';
import {withoutCredentials} from '../domain/secrets/without-credentials';
import {
  type CaptureDatabase,
  type CaptureTransaction,
  openCaptureDatabase,
  type RequestRow,
  writeTo,
} from './log/capture-database';
import {isDamage, isIntact} from './log/damaged-rows';
import {fill} from './log/request-rows';
import {deleteRow, type TabCounts, writeCounts, writeRecord} from './log/write-record';

export interface PurgeOptions {
  /** ID of the browser session whose records are kept. */
  session: string;
  /**
   * Sessions whose requests are not changed: an extension that is updated or enabled again gets a new session, while
   * the browser and its tabs continue.
   */
  openTabs?: ReadonlySet<number>;
  /** Name of the log's database. */
  name?: string;
}

/**
 * Removes the records of other browser sessions. Pinned requests are kept without credentials and without their tab,
 * whose ID another tab may have by now; if the credentials of one can't be removed, it is removed as well.
 *
 * Opens the log itself, so that the code that cleans compressed bodies is only loaded by the context that purges.
 */
export async function purgeSessions({
  session,
  openTabs = new Set(),
  name = 'track-inspector',
}: PurgeOptions): Promise<void> {
  const db = await openCaptureDatabase(name);
  try {
    await removeOthers(db, session, openTabs);
  } finally {
    db.close();
  }
}

async function removeOthers(
  db: CaptureDatabase,
  session: string,
  openTabs: ReadonlySet<number>,
): Promise<void> {
  /** Pinned records whose bytes the browser cannot read: this ends the whole transaction, and the next one skips them. */
  const unreadable = new Set<string>();
  for (;;) {
    let reading: string | null = null;
    try {
      return await removeOnce(db, {
        isKept: (row) => !isOfOther(row, session, openTabs),
        strip: async (tx, row, counts) => {
          if (unreadable.has(row.id)) return false;
          reading = row.id;
          const isClean = await strip(tx, row, counts);
          reading = null;
          return isClean;
        },
      });
    } catch (error) {
      if (reading === null || !isDamage(error)) throw error;
      unreadable.add(reading);
    }
  }
}

interface Purge {
  isKept(row: RequestRow): boolean;
  /** See `strip`. */
  strip(tx: CaptureTransaction, row: RequestRow, counts: TabCounts): Promise<boolean>;
}

function removeOnce(db: CaptureDatabase, {isKept, strip}: Purge): Promise<void> {
  return writeTo(db, async (tx) => {
    const counts: TabCounts = new Map();
    let cursor = await tx.objectStore('requests').openCursor();
    while (cursor) {
      const row = cursor.value;
      const isGone =
        !isIntact(row) || (!isKept(row) && (row.request.pinned !== true || !(await strip(tx, row, counts))));
      if (isGone) deleteRow(tx, row, counts);
      cursor = await cursor.continue();
    }
    await writeCounts(tx, counts);
    await forgetTabs(tx);
  });
}

function isOfOther(row: RequestRow, session: string, openTabs: ReadonlySet<number>): boolean {
  const {tabId} = row.request.origin;
  return row.session !== session && !(tabId !== null && openTabs.has(tabId));
}

/** The browser reuses tab IDs: drops and clears of a former tab must not count for the current one. */
async function forgetTabs(tx: CaptureTransaction): Promise<void> {
  for (const row of await tx.objectStore('tabs').getAll()) {
    if (row.count === 0) await tx.objectStore('tabs').delete(row.tab);
    else await tx.objectStore('tabs').put({tab: row.tab, count: row.count, bytes: row.bytes, dropped: 0});
  }
}

/** False: it can't be cleaned, so it must not be kept. */
async function strip(tx: CaptureTransaction, row: RequestRow, counts: TabCounts): Promise<boolean> {
  const body = row.hasBody ? await tx.objectStore('bodies').get(row.id) : null;
  const answer = row.hasAnswer ? await tx.objectStore('answers').get(row.id) : null;
  const request = clean(fill(row.request, body, answer));
  if (request === null) return false;
  const tabless = {...request, origin: {...request.origin, tabId: null}};
  // Without IDs, views and hash no observation of a new session is merged into it.
  const record = {
    request: tabless,
    requestIds: [],
    views: ['har', 'har-page', 'page-hook'] as const,
    bodyHash: null,
  };
  writeRecord(tx, record, {stored: row, arrival: {session: row.session, at: row.arrivedAt}, counts});
  return true;
}

/** A record that is damaged in an unexpected way must not prevent the removal of all others. */
function clean(request: CapturedRequest): CapturedRequest | null {
  try {
    return withoutCredentials(request);
  } catch {
    return null;
  }
}
