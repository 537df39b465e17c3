import type {CaptureTransaction} from './capture-database';
import {readTab} from './write-record';

/** So many requests of a tab are hardly ever under way; of older ones no late word comes. */
const REMEMBERED = 1_000;

/**
 * Notes on the tab's own row which requests were cleared away while they were under way, besides those noted before.
 * @param at what began until then is ignored, in milliseconds since the epoch
 */
export async function rememberCleared(
  tx: CaptureTransaction,
  tab: number,
  {at, requestIds}: {at: number; requestIds: readonly string[]},
): Promise<void> {
  const row = await readTab(tx, tab);
  const known = [...new Set([...(row.cleared?.requestIds ?? []), ...requestIds])].slice(-REMEMBERED);
  const cleared = {at: Math.max(at, row.cleared?.at ?? 0), requestIds: known};
  await tx.objectStore('tabs').put({...row, cleared});
}
