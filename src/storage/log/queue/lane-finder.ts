import {toRequestTarget} from '../../../domain/capture/request-target';
import {NO_TAB} from '../capture-database';

/** What is in a lane. */
export interface Lined {
  method: string;
  url: string;
  tabId: number | null;
}

/** Tells in which lane (see `fair-lanes.ts`) something that was seen of a request waits. */
export interface LaneFinder {
  /** It waits from now on. */
  next(seen: Lined): number;
  /** It waits no longer. */
  done(seen: Lined): void;
}

/**
 * Each tab has its own lane. A request of a service worker waits in the lane of a waiting request to the same address:
 * if the worker passes it on, the page's side has to be known first.
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
