import {type ReadonlySignal, signal} from '@preact/signals';
import type {PanelDependencies} from '../panel-dependencies';

/** The number of the tab's oldest unpinned requests that were dropped because of the limits. */
export interface DroppedCount {
  readonly dropped: ReadonlySignal<number>;
  /** The number in the background's message. */
  note(count: number): void;
  /** The number in the log. */
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
      // A number received meanwhile is newer.
      if (dropped.peek() === before) dropped.value = stored.dropped;
    },
  };
}
