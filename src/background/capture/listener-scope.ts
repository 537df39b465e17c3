import type {WideListeners} from './listen';

/** Who needs to hear of requests to addresses that are no built-in endpoint's. */
export type ScopeReason = 'endpoints of the user' | 'replays';

export interface ListenerScope {
  need(reason: ScopeReason, needed: boolean): void;
}

/**
 * Keeps the wide listeners as long as anybody needs them. At first everybody may: a background that has just started
 * does not know the settings yet, nor what the one before it was sending.
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
