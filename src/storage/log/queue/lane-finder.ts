import {toRequestTarget} from '../../../domain/capture/request-target';
import {NO_TAB} from '../capture-database';

/** An item in a lane. */
export interface Lined {
  method: string;
  url: string;
  tabId: number | null;
}

/** Determines the lane (see `fair-lanes.ts`) in which an observation of a request waits. */
export interface LaneFinder {
  /** It is waiting from now on. */
  next(seen: Lined): number;
  /** It is no longer waiting. */
  done(seen: Lined): void;
}

/**
 * Each tab has its own lane. A request of a service worker waits in the lane of a waiting request to the same
 * address: if the worker passes it on, the page's side has to be known first.
 */
export function createLaneFinder(): LaneFinder {
  const byTarget = new Map<string, {lane: number; count: number}>();
  return {
    next(seen) {
      const target = toRequestTarget(seen);
      const before = byTarget.get(target);
      const lane = seen.tabId ?? before?.lane ?? NO_TAB;
      byTarget.set(target, {lane, count: (before?.count ?? 0) + 1});
      return lane;
    },
    done(seen) {
      const target = toRequestTarget(seen);
      const entry = byTarget.get(target);
      if (entry === undefined) return;
      entry.count -= 1;
      if (entry.count === 0) byTarget.delete(target);
    },
  };
}
