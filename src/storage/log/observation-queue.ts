import type {Observation} from '../../domain/capture/observation';
import {createFairLanes} from './fair-lanes';
import {createLaneFinder, type Lined} from './lane-finder';
import {bytesOfBody} from './request-rows';
import {withoutBody} from './without-body';

/** A transaction holds the lock, so it must not grow without end: so many observations, or so many bytes of bodies. */
const BATCH_SIZE = 200;
const BATCH_BYTES = 8_000_000;

const WITHOUT_BODIES =
  'The browser’s disk quota for this extension is used up: new requests are listed without their bodies. ' +
  'Clear the log, or lower its limits in the settings.';
const NOT_STORED =
  'The browser could not store captured requests: new requests are missing here. ' +
  'Free disk space, clear the log, or lower its limits in the settings.';

/** An observation on its way into the log. */
export interface QueuedObservation {
  observation: Observation;
  /** Of its record, should it be a new one. */
  newId: string;
}

export interface ObservationQueue {
  /** Resolves to the record that it went to, when that is on disk; null where its request was cleared away. */
  add(item: QueuedObservation): Promise<string | null>;
  /** Writes what waits without waiting for company; resolves when it is written, or refused. */
  flush(): Promise<void>;
}

interface Waiting {
  item: QueuedObservation;
  resolve(id: string | null): void;
  reject(error: unknown): void;
}

export interface ObservationQueueOptions {
  write(items: readonly QueuedObservation[]): Promise<(string | null)[]>;
  onTrouble(message: string | null): void;
  /**
   * So many milliseconds after a write began, the further phases of requests that the log knows wait for company. What
   * may be the first word on a request is written at once, and they with it.
   */
  interval: number;
}

/**
 * Hands observations to `write` in batches: what arrives while a write is under way goes into the next one together.
 * Tabs take turns, so that a page that sends thousands delays its own rows only. A full disk first costs the bodies, then
 * the records; both are told, once, and again when it is over. What can't be written for a reason of its own costs itself.
 */
export function createObservationQueue(options: ObservationQueueOptions): ObservationQueue {
  const {write, onTrouble, interval} = options;
  const waiting = createFairLanes<Waiting>(({item}) => bytesOf(item.observation));
  const lanes = createLaneFinder();
  /** Lanes take turns: the last to come is not the last to be written. */
  const underWay = new Set<Promise<void>>();
  let isWriting = false;
  let nextAt = 0;
  let hurry: () => void = () => undefined;
  let trouble: string | null = null;

  function tell(message: string | null): void {
    if (message === trouble) return;
    trouble = message;
    onTrouble(message);
  }

  async function writeOrShorten(items: readonly QueuedObservation[]): Promise<(string | null)[]> {
    try {
      const ids = await write(items);
      tell(null);
      return ids;
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      const ids = await write(items.map(withoutBody));
      tell(WITHOUT_BODIES);
      return ids;
    }
  }

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const ids = await writeOrShorten(batch.map(({item}) => item));
      for (const [index, {resolve}] of batch.entries()) resolve(ids[index] ?? null);
    } catch (error) {
      // One of them may be to blame alone.
      if (batch.length > 1 && !isQuotaError(error)) for (const one of batch) await writeBatch([one]);
      else {
        tell(NOT_STORED);
        for (const {reject} of batch) reject(error);
      }
    }
  }

  /** What arrives in the same turn travels together, and what arrives before the next write may begin. */
  function waitForBatch(): Promise<void> {
    const rest = nextAt - performance.now();
    if (rest <= 0 || waiting.size >= BATCH_SIZE) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, rest);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function flushSoon(): void {
    nextAt = 0;
    hurry();
  }

  async function drain(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    while (waiting.size > 0) {
      await waitForBatch();
      nextAt = performance.now() + interval;
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
        if (isUrgent(item)) flushSoon();
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
      flushSoon();
      await Promise.all(underWay);
    },
  };
}

/** A background that stops takes what is not written with it; DevTools may know a further phase, but not a request. */
function isUrgent({observation}: QueuedObservation): boolean {
  return observation.source !== 'web-request' || observation.phase === 'before-request';
}

function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

function toLined(observation: Observation): Lined {
  const {method, url} = observation;
  const tabId = observation.source === 'web-request' ? observation.origin.tabId : observation.tabId;
  return {method, url, tabId};
}

function bytesOf(observation: Observation): number {
  return 'body' in observation ? bytesOfBody(observation.body) : 0;
}
