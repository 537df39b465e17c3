import type {Observation} from '../../domain/capture/observation';
import {NO_TAB, type TabRow} from './capture-database';

/** The tabs' own rows. */
export type TabRows = Map<number, TabRow | undefined>;

export function toTab(observation: Observation): number {
  const {tabId} = observation.source === 'web-request' ? observation.origin : observation;
  return tabId ?? NO_TAB;
}

/** When it was sent, or observed, in milliseconds since the epoch. */
export function toSentAt(observation: Observation): number {
  return observation.source === 'har' ? observation.startedAt : observation.at;
}

/**
 * Whether it is a late phase of a cleared request, or sent by a closed tab; neither must be added.
 * @param context.session ID of the browser session: the next one may use the ID of a closed tab again
 * @param context.now in milliseconds since the epoch: if this is before a Clear, the clock was set back since
 */
export function isOfCleared(
  rows: TabRows,
  observation: Observation,
  {session, now}: {session: string; now(): number},
): boolean {
  const row = rows.get(toTab(observation));
  const isBefore = (at: number) =>
    row?.closed === session ||
    (row?.cleared !== undefined && at <= row.cleared.at && row.cleared.at <= now());
  if (observation.source !== 'web-request') return isBefore(toSentAt(observation));
  if (observation.mark?.own) return true;
  // Of requests without a tab only those of the cleared tab's pages were removed, which cannot be decided by time.
  if (observation.phase === 'before-request')
    return observation.origin.tabId !== null && isBefore(observation.at);
  return row?.cleared?.requestIds.includes(observation.requestId) === true;
}
