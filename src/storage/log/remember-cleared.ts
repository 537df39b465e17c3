import {type CaptureTransaction, NO_TAB, type RequestRow} from './capture-database';
import {isIntact} from './damaged-rows';
import {readTab} from './write-record';

/** A tab rarely has more pending requests; older ones are not reported late. */
const REMEMBERED = 1_000;

/**
 * Stores in the tab's own row which pending requests were cleared, in addition to earlier ones. Their IDs are stored
 * without a tab as well: a worker's phases never have one, and Chromium omits it once the page is gone.
 * @param at requests that began before are ignored, in milliseconds since the epoch
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
  if (tab !== NO_TAB) await rememberCleared(tx, NO_TAB, {at: 0, requestIds});
}

/**
 * The browser's IDs of requests whose response webRequest has not reported, though DevTools may have; to recognise late
 * reports on them.
 */
export function idsUnderWay(gone: readonly RequestRow[]): string[] {
  return gone
    .filter((row) => isIntact(row) && row.lastPhaseSeen !== 'answer')
    .flatMap((row) => row.requestIds);
}
