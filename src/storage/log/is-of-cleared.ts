import type {Observation} from '../../domain/capture/observation';
import {type CaptureTransaction, NO_TAB, type TabRow} from './capture-database';

/** When it was sent, or observed, in milliseconds since the epoch. */
export function toSentAt(observation: Observation): number {
  return observation.source === 'har' ? observation.startedAt : observation.at;
}

/**
 * Whether it is a late phase of a cleared request, or sent by a closed tab; neither must be added.
 * @param context.session ID of the browser session: the next one may use the ID of a closed tab again
 * @param context.now in milliseconds since the epoch: if this is before a Clear, the clock was set back since
 */
export async function isOfCleared(
  tx: CaptureTransaction,
  observation: Observation,
  {session, now}: {session: string; now(): number},
): Promise<boolean> {
  const isBefore = (at: number, row: TabRow | undefined) =>
    row?.closed === session ||
    (row?.cleared !== undefined && at <= row.cleared.at && row.cleared.at <= now());
  if (observation.source !== 'web-request') {
    return isBefore(toSentAt(observation), await tx.objectStore('tabs').get(observation.tabId));
  }
  if (observation.mark?.own) return true;
  const {tabId} = observation.origin;
  const row = await tx.objectStore('tabs').get(tabId ?? NO_TAB);
  // Of requests without a tab only those of the cleared tab's pages were removed, which cannot be decided by time.
  if (observation.phase === 'before-request') return tabId !== null && isBefore(observation.at, row);
  return row?.cleared?.requestIds.includes(observation.requestId) === true;
}
