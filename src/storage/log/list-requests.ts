import type {CapturedBody, CapturedRequest} from '../../domain/capture/captured-request';
import {type CaptureDatabase, NO_TAB, type RequestRow} from './capture-database';
import {isDamage, isIntact} from './damaged-rows';
import {fill} from './request-rows';

const PAGE_SIZE = 100;

/** Called with a record that exists but cannot be read. */
export type OnDamaged = (id: string) => void;

/** The requests of a tab and those without one, oldest first, in pages. */
export async function* listRequests(
  db: CaptureDatabase,
  tabId: number,
  onDamaged?: OnDamaged,
): AsyncGenerator<readonly CapturedRequest[]> {
  const streams = await Promise.all([openStream(db, tabId), openStream(db, NO_TAB)]);
  for (;;) {
    const page = await nextPage(streams);
    if (page.length === 0) return;
    yield await getRequests(
      db,
      page.map(({id}) => id),
      onDamaged,
    );
  }
}

/** Rows of one tab in the order of time, read in advance in pages. */
interface RowStream {
  peek(): RequestRow | undefined;
  /** Removes and returns the first row; reads the next page if it was the last one. */
  take(): Promise<void>;
}

async function openStream(db: CaptureDatabase, tab: number): Promise<RowStream> {
  let rows = await readPage(db, tab, null);
  let index = 0;
  return {
    peek: () => rows[index],
    async take() {
      const taken = rows[index];
      index += 1;
      if (index < rows.length || !taken || rows.length < PAGE_SIZE) return;
      rows = await readPage(db, tab, taken);
      index = 0;
    },
  };
}

/**
 * The page after a row. Rows with the same millisecond are sorted by key, so the page starts at that time and skips
 * known rows; it is larger if one millisecond fills it.
 */
async function readPage(db: CaptureDatabase, tab: number, after: RequestRow | null): Promise<RequestRow[]> {
  const from = [tab, after?.startedAt ?? Number.NEGATIVE_INFINITY];
  const range = IDBKeyRange.bound(from, [tab, Number.POSITIVE_INFINITY]);
  for (let size = PAGE_SIZE; ; size *= 4) {
    const rows = await db.getAllFromIndex('requests', 'byTab', range, size);
    const fresh = after === null ? rows : rows.filter((row) => isAfter(row, after));
    if (fresh.length >= PAGE_SIZE || rows.length < size) return fresh;
  }
}

function isAfter(row: RequestRow, other: RequestRow): boolean {
  return row.startedAt === other.startedAt ? row.id > other.id : row.startedAt > other.startedAt;
}

async function nextPage(streams: readonly RowStream[]): Promise<RequestRow[]> {
  const page: RequestRow[] = [];
  while (page.length < PAGE_SIZE) {
    const first = streams.reduce<{stream: RowStream; row: RequestRow} | null>((best, stream) => {
      const row = stream.peek();
      return row && (best === null || isAfter(best.row, row)) ? {stream, row} : best;
    }, null);
    if (first === null) return page;
    page.push(first.row);
    await first.stream.take();
  }
  return page;
}

/**
 * The existing requests with these IDs, with their bodies and responses, all from one moment. A record that cannot be
 * read does not affect others.
 */
export async function getRequests(
  db: CaptureDatabase,
  ids: readonly string[],
  onDamaged: OnDamaged = () => undefined,
): Promise<CapturedRequest[]> {
  try {
    return await readTogether(db, ids, onDamaged);
  } catch (error) {
    if (!isDamage(error)) throw error;
    const found: CapturedRequest[] = [];
    for (const id of ids) found.push(...(await readAlone(db, id, onDamaged)));
    return found;
  }
}

async function readTogether(
  db: CaptureDatabase,
  ids: readonly string[],
  onDamaged: OnDamaged,
): Promise<CapturedRequest[]> {
  const tx = db.transaction(['requests', 'bodies', 'answers']);
  // Each request handles its own failure.
  tx.done.catch(() => undefined);
  // All possible ones are requested at once, since each further request is a round trip.
  const found = await Promise.all(
    ids.map(async (id) => {
      const [row, body, answer] = await Promise.all([
        tx.objectStore('requests').get(id),
        tx.objectStore('bodies').get(id),
        tx.objectStore('answers').get(id),
      ]);
      if (row && !isIntact(row)) onDamaged(id);
      return row && isIntact(row) ? fill(row.request, body, answer) : undefined;
    }),
  );
  return found.filter((request) => request !== undefined);
}

/** If the browser can no longer read the bytes, only the body is lost, not its request. */
async function readAlone(db: CaptureDatabase, id: string, onDamaged: OnDamaged): Promise<CapturedRequest[]> {
  try {
    return await readTogether(db, [id], onDamaged);
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  onDamaged(id);
  try {
    const row = await db.get('requests', id);
    const body = row?.hasBody ? DAMAGED : null;
    return row && isIntact(row) ? [fill(row.request, body, null)] : [];
  } catch (error) {
    if (!isDamage(error)) throw error;
    return [];
  }
}

const DAMAGED: CapturedBody = {kind: 'missing', reason: 'damaged'};
