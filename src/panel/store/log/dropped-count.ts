import {type ReadonlySignal, signal} from '@preact/signals';
import type {PanelDependencies} from '../panel-dependencies';

/** Of the oldest unpinned requests of the tab, how many were dropped to keep the limits. */
export interface DroppedCount {
  readonly dropped: ReadonlySignal<number>;
  /** What the background says as it drops. */
  note(count: number): void;
  /** What the log says. */
  read(): Promise<void>;
}

export function createDroppedCount({tabId, log}: Pick<PanelDependencies, 'tabId' | 'log'>): DroppedCount {
  const dropped = signal(0);
  return {
    dropped,
    note(count) {
      dropped.value = count;
    },
    async read() {
      const before = dropped.peek();
      const stored = await log.measure(tabId);
      // What was received meanwhile is newer.
      if (dropped.peek() === before) dropped.value = stored.dropped;
    },
  };
}
