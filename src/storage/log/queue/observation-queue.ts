import type {Observation} from '../../../domain/capture/observation';
import {bytesOfBody} from '../request-rows';
import {createFairLanes} from './fair-lanes';
import {createLaneFinder, type Lined} from './lane-finder';
import type {QueuedObservation} from './queued-observation';
import {createWritePace} from './write-pace';
import {createQuotaWriter, type WriteObservations} from './write-within-quota';

/** A transaction holds the lock, so it must not grow without end: so many observations, or so many bytes of bodies. */
const BATCH_SIZE = 200;
const BATCH_BYTES = 8_000_000;

export interface ObservationQueue {
  /** Resolves to the record that it went to, when that is on disk; null where its request was cleared away. */
  add(item: QueuedObservation): Promise<string | null>;
  /** Writes at once what waits; resolves when it is written, or refused. */
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
   * So many milliseconds after a write began, the further phases of requests that the log knows wait, to be written
   * together. What may be new in the log is written at once, and they with it.
   */
  interval: number;
}

/**
 * Hands observations to `write` in batches: what arrives while a write is under way goes into the next one together.
 * Tabs take turns, so that a page that sends thousands delays its own rows only.
 */
export function createObservationQueue(options: ObservationQueueOptions): ObservationQueue {
  const writeWithinQuota = createQuotaWriter(options.write, options.onTrouble);
  const pace = createWritePace(options.interval);
  const waiting = createFairLanes<Waiting>(({item}) => bytesOf(item.observation));
  const lanes = createLaneFinder();
  /** Lanes take turns: the last to come is not the last to be written. */
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
      // What arrives in the same turn is written together, and what arrives before the next write may begin.
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

/** A background that stops takes what is not written with it; DevTools may know a further phase, but not a request. */
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
