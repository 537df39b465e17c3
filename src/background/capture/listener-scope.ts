import type {WideListeners} from './listen';

/** Reasons to listen to requests to addresses other than the built-in endpoints. */
export type ScopeReason = 'endpoints of the user' | 'replays';

export interface ListenerScope {
  need(reason: ScopeReason, needed: boolean): void;
}

/**
 * Keeps the listeners for all addresses as long as they are needed. They are on at first: a background that has just
 * started does not know yet the settings and what the previous one was sending.
 */
export function createListenerScope(wide: WideListeners): ListenerScope {
  const reasons = new Set<ScopeReason>(['endpoints of the user', 'replays']);
  return {
    need(reason, needed) {
      if (needed) reasons.add(reason);
      else reasons.delete(reason);
      wide.set(reasons.size > 0);
    },
  };
}
