import type {Observation} from '../../domain/capture/observation';
import {type CaptureTransaction, type Cleared, NO_TAB} from './capture-database';

/** Whether it is a late phase of a cleared request, which must not be added again. */
export async function isOfCleared(tx: CaptureTransaction, observation: Observation): Promise<boolean> {
  if (observation.source !== 'web-request') {
    const at = observation.source === 'har' ? observation.startedAt : observation.at;
    return isBefore(at, await readCleared(tx, observation.tabId));
  }
  if (observation.mark?.own) return true;
  const {tabId} = observation.origin;
  const cleared = await readCleared(tx, tabId ?? NO_TAB);
  // Of requests without a tab only those of the cleared tab's pages were removed, which cannot be decided by time.
  if (observation.phase === 'before-request') return tabId !== null && isBefore(observation.at, cleared);
  return cleared?.requestIds.includes(observation.requestId) === true;
}

function isBefore(at: number, cleared: Cleared | undefined): boolean {
  return cleared !== undefined && at <= cleared.at;
}

async function readCleared(tx: CaptureTransaction, tab: number): Promise<Cleared | undefined> {
  return (await tx.objectStore('tabs').get(tab))?.cleared;
}
