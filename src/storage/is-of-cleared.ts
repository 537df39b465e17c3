import type {Observation} from '../domain/capture/observation';
import {type CaptureTransaction, NO_TAB} from './capture-database';

/** Whether it is a late word on a request that was cleared away, which must not come back by it as a row. */
export async function isOfCleared(tx: CaptureTransaction, observation: Observation): Promise<boolean> {
  if (observation.source !== 'web-request') {
    const at = observation.source === 'har' ? observation.startedAt : observation.at;
    return at <= ((await tx.objectStore('tabs').get(observation.tabId))?.cleared?.at ?? 0);
  }
  if (observation.mark?.own) return true;
  if (observation.phase === 'before-request') return false;
  const cleared = (await tx.objectStore('tabs').get(observation.origin.tabId ?? NO_TAB))?.cleared;
  return cleared?.requestIds.includes(observation.requestId) === true;
}
