import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {getOrigin, toBelonging, toShownOrigins} from '../log/belongs-to-tab';

/** Which records belong to the inspected tab. */
export interface TabScope {
  /** Whether it does; remembers records that may belong to it later. */
  admits(request: CapturedRequest): boolean;
  addPage(url: string): void;
  /** Remembered IDs that now belong to the tab; each is returned once. */
  takeWelcome(): readonly string[];
}

export function createTabScope(tabId: number, holds: (id: string) => boolean): TabScope {
  const origins = new Set<string>();
  const waiting = new Map<string, Set<string>>();
  let welcomed: string[] = [];
  let lastShown = '';

  function welcome(origin: string): void {
    if (origins.has(origin)) return;
    origins.add(origin);
    welcomed.push(...(waiting.get(origin) ?? []));
    waiting.delete(origin);
  }

  /** Parsing addresses costs more than the rest of a small request; most come from the same few pages. */
  function welcomeOrigins(request: CapturedRequest): void {
    const {pageUrl, documentUrl, initiator} = request.origin;
    const key = `${pageUrl} ${documentUrl} ${initiator}`;
    if (key === lastShown) return;
    lastShown = key;
    for (const origin of toShownOrigins(request)) welcome(origin);
  }

  return {
    admits(request) {
      const belonging = toBelonging(request, {tabId, origins, holds});
      if (belonging === 'other') return false;
      if (typeof belonging === 'object') {
        const ids = waiting.get(belonging.waitsFor) ?? new Set();
        waiting.set(belonging.waitsFor, ids.add(request.id));
        return false;
      }
      if (belonging === 'own') welcomeOrigins(request);
      return true;
    },
    addPage(url) {
      const origin = getOrigin(url);
      if (origin !== null) welcome(origin);
    },
    takeWelcome() {
      const taken = welcomed;
      welcomed = [];
      return taken;
    },
  };
}
