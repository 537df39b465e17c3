import type {Observation} from '../../../domain/capture/observation';
import {bytesOfBody} from '../request-rows';
import {createFairLanes} from './fair-lanes';
import {createLaneFinder, type Lined} from './lane-finder';
import type {QueuedObservation} from './queued-observation';
import {createWritePace} from './write-pace';
import {createQuotaWriter, type WriteObservations} from './write-within-quota';

/** A transaction holds the lock, so its size is limited: to this number of observations, or of bytes of bodies. */
const BATCH_SIZE = 200;
const BATCH_BYTES = 8_000_000;

export interface ObservationQueue {
  /** Resolves to the record that it was merged into, when that is on disk; null if its request was cleared. */
  add(item: QueuedObservation): Promise<string | null>;
  /** Writes waiting observations immediately; resolves when they are written, or have failed. */
  flush(): Promise<void>;
}

interface Waiting {
  item: QueuedObservation;
  resolve(id: string | null): void;
  reject(error: unknown): void;
}

export interface ObservationQueueOptions {
  write: WriteObservations;
  onTrouble(message: string | null): void;
  /**
   * For this number of milliseconds after a write began, later phases of known requests wait, to be written together.
   * Possibly new requests are written immediately, together with the waiting phases.
   */
  interval: number;
}

/**
 * Passes observations to `write` in batches: those that arrive during a write are included in the next one together.
 * Tabs take turns, so that a page that sends thousands only delays its own rows.
 */
export function createObservationQueue(options: ObservationQueueOptions): ObservationQueue {
  const writeWithinQuota = createQuotaWriter(options.write, options.onTrouble);
  const pace = createWritePace(options.interval);
  const waiting = createFairLanes<Waiting>(({item}) => bytesOf(item.observation));
  const lanes = createLaneFinder();
  /** Lanes take turns: the last to arrive is not the last to be written. */
  const underWay = new Set<Promise<void>>();
  let isWriting = false;

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    const written = await writeWithinQuota(batch.map(({item}) => item));
    for (const [index, {resolve, reject}] of batch.entries()) {
      const result = written[index];
      if (result?.ok) resolve(result.id);
      else reject(result?.error);
    }
  }

  async function drain(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    while (waiting.size > 0) {
      // Observations of the same turn are written together, and so are those that arrive before the next write may
      // begin.
      await (waiting.size < BATCH_SIZE ? pace.wait() : undefined);
      pace.begin();
      const batch = waiting.take(BATCH_SIZE, BATCH_BYTES);
      for (const {item} of batch) lanes.done(toLined(item.observation));
      await writeBatch(batch);
    }
    isWriting = false;
  }

  return {
    add(item) {
      const added = new Promise<string | null>((resolve, reject) => {
        waiting.add(lanes.next(toLined(item.observation)), {item, resolve, reject});
        if (isUrgent(item)) pace.hurry();
        void drain();
      });
      const settled = added.then(
        () => undefined,
        () => undefined,
      );
      underWay.add(settled);
      void settled.then(() => underWay.delete(settled));
      return added;
    },
    async flush() {
      pace.hurry();
      await Promise.all(underWay);
    },
  };
}

/** When a background stops, unwritten observations are lost; DevTools may know a later phase, but not a request. */
function isUrgent({observation}: QueuedObservation): boolean {
  return observation.source !== 'web-request' || observation.phase === 'before-request';
}

function toLined(observation: Observation): Lined {
  const {method, url} = observation;
  const tabId = observation.source === 'web-request' ? observation.origin.tabId : observation.tabId;
  return {method, url, tabId};
}

function bytesOf(observation: Observation): number {
  return 'body' in observation ? bytesOfBody(observation.body) : 0;
}
