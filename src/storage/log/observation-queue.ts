import type {CaptureRecord} from '../../domain/capture/capture-record';
import type {CapturedBody} from '../../domain/capture/captured-request';
import {mergeObservation} from '../../domain/capture/merge/merge-observations';
import type {Observation} from '../../domain/capture/observation';
import {bytesOfBody} from './request-rows';

/** A transaction holds the lock, so it must not grow without end. */
const BATCH_SIZE = 200;

const WITHOUT_BODIES =
  'The browser’s disk quota for this extension is used up: new requests are listed without their bodies. ' +
  'Clear the log, or lower its limits in the settings.';
const NOT_STORED =
  'The browser refuses to store what is captured: new requests are missing here. ' +
  'Free disk space, clear the log, or lower its limits in the settings.';

/** An observation on its way into the log. */
export interface QueuedObservation {
  observation: Observation;
  /** Of its record, should it be a new one. */
  newId: string;
  /** The record as it was announced already. */
  announced: CaptureRecord | null;
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
 * A full disk first costs the bodies, then the records; both are told, once, and again when it is over.
 */
export function createObservationQueue(options: ObservationQueueOptions): ObservationQueue {
  const {write, onTrouble, interval} = options;
  const waiting: Waiting[] = [];
  let newest: Promise<unknown> = Promise.resolve();
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

  /** What arrives in the same turn travels together, and what arrives before the next write may begin. */
  function waitForCompany(): Promise<void> {
    const rest = nextAt - performance.now();
    if (rest <= 0 || waiting.length >= BATCH_SIZE) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, rest);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function hasten(): void {
    nextAt = 0;
    hurry();
  }

  async function drain(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) {
      await waitForCompany();
      nextAt = performance.now() + interval;
      const batch = waiting.splice(0, BATCH_SIZE);
      try {
        const ids = await writeOrShorten(batch.map(({item}) => item));
        for (const [index, {resolve}] of batch.entries()) resolve(ids[index] ?? null);
      } catch (error) {
        tell(NOT_STORED);
        for (const {reject} of batch) reject(error);
      }
    }
    isWriting = false;
  }

  return {
    add(item) {
      const added = new Promise<string | null>((resolve, reject) => {
        waiting.push({item, resolve, reject});
        if (isUrgent(item)) hasten();
        void drain();
      });
      newest = added.catch(() => undefined);
      return added;
    },
    async flush() {
      hasten();
      await newest;
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

function withoutBody(item: QueuedObservation): QueuedObservation {
  const observation = shortenBodies(item.observation);
  return {...item, observation, announced: item.announced && mergeObservation(null, observation, item.newId)};
}

function shortenBodies(observation: Observation): Observation {
  if (observation.source === 'har') {
    const {answer} = observation;
    return {
      ...observation,
      body: shorten(observation.body),
      answer: answer && {...answer, body: {kind: 'missing', reason: 'not-observed'}},
    };
  }
  return 'body' in observation ? {...observation, body: shorten(observation.body)} : observation;
}

function shorten(body: CapturedBody): CapturedBody {
  const size = bytesOfBody(body);
  return size === 0 ? body : {kind: 'missing', reason: 'not-stored', ...(body.kind === 'bytes' && {size})};
}
