import type {CaptureRecord} from '../../domain/capture/capture-record';
import type {CaptureTransaction, RequestRow, TabRow} from './capture-database';
import {type Arrival, bytesOfRow, toParts} from './request-rows';

/** The changes of a transaction to each tab's counts. */
export type TabCounts = Map<number, {count: number; bytes: number; dropped: number}>;

/** Writes a record to its stores; only parts that were read or are new are written again. */
export function writeRecord(
  tx: CaptureTransaction,
  record: CaptureRecord,
  context: {stored: RequestRow | null; arrival: Arrival; counts: TabCounts},
): void {
  const {stored, counts} = context;
  const {row, body, answer} = toParts(record, context.arrival, stored);
  if (stored) addCount(counts, stored, -1);
  addCount(counts, row, 1);
  track(tx.objectStore('requests').put(row));
  if (body) track(tx.objectStore('bodies').put(body, row.id));
  else if (body === null && stored?.hasBody) track(tx.objectStore('bodies').delete(row.id));
  if (answer) track(tx.objectStore('answers').put(answer, row.id));
  else if (answer === null && stored?.hasAnswer) track(tx.objectStore('answers').delete(row.id));
}

export function deleteRow(tx: CaptureTransaction, row: RequestRow, counts: TabCounts): void {
  addCount(counts, row, -1);
  track(tx.objectStore('requests').delete(row.id));
  // A damaged row does not say which parts it has.
  if (row.hasBody !== false) track(tx.objectStore('bodies').delete(row.id));
  if (row.hasAnswer !== false) track(tx.objectStore('answers').delete(row.id));
}

/** Adds the changes to the tabs' own rows; resolves to the changed ones. */
export async function writeCounts(tx: CaptureTransaction, counts: TabCounts): Promise<TabRow[]> {
  const rows: TabRow[] = [];
  for (const [tab, change] of counts) {
    const row = await readTab(tx, tab);
    row.count += change.count;
    row.bytes += change.bytes;
    row.dropped += change.dropped;
    track(tx.objectStore('tabs').put(row));
    rows.push(row);
  }
  counts.clear();
  return rows;
}

/** The tab's own row; for a tab without one, an empty one that is not stored. */
export async function readTab(tx: CaptureTransaction, tab: number): Promise<TabRow> {
  return (await tx.objectStore('tabs').get(tab)) ?? {tab, count: 0, bytes: 0, dropped: 0};
}

function addCount(counts: TabCounts, row: RequestRow, sign: 1 | -1): void {
  // For a damaged row: no key is NaN or missing.
  if (!Number.isFinite(row.tab)) return;
  const change = counts.get(row.tab) ?? {count: 0, bytes: 0, dropped: 0};
  change.count += sign;
  change.bytes += sign * bytesOfRow(row);
  counts.set(row.tab, change);
}

/** A failed write aborts its transaction, which `tx.done` reports; its own promise need not be awaited. */
function track(write: Promise<unknown>): void {
  write.catch(() => undefined);
}
