import type {Observation} from '../../domain/capture/observation';
import {toRequestTarget} from '../../domain/capture/request-target';
import {NO_TAB} from './capture-database';

/** Tells in which lane (see `fair-lanes.ts`) an observation waits. */
export interface LaneFinder {
  next(observation: Observation): number;
  /** These wait no longer. */
  taken(observations: readonly Observation[]): void;
}

/**
 * Of each tab its own lane. What a service worker sends stands behind what waits of the same address: of a request that it
 * passes on, the page's side has to be known before the worker's.
 */
export function createLaneFinder(): LaneFinder {
  const byTarget = new Map<string, {lane: number; count: number}>();
  return {
    next(observation) {
      const target = toRequestTarget(observation);
      const before = byTarget.get(target);
      const lane = tabOf(observation) ?? before?.lane ?? NO_TAB;
      byTarget.set(target, {lane, count: (before?.count ?? 0) + 1});
      return lane;
    },
    taken(observations) {
      for (const observation of observations) {
        const target = toRequestTarget(observation);
        const entry = byTarget.get(target);
        if (entry === undefined) continue;
        entry.count -= 1;
        if (entry.count === 0) byTarget.delete(target);
      }
    },
  };
}

function tabOf(observation: Observation): number | null {
  return observation.source === 'web-request' ? observation.origin.tabId : observation.tabId;
}
