import type {CapturedBody} from '../domain/capture/captured-request';
import type {Observation} from '../domain/capture/observation';
import {bytesOfBody} from './request-rows';

/** A transaction holds the lock, so it must not grow without end. */
const BATCH_SIZE = 200;

const WITHOUT_BODIES =
  'The browser’s disk quota for this extension is used up: new requests are listed without their bodies. ' +
  'Clear the log, or lower its limits in the settings.';
const NOT_STORED =
  'The browser refuses to store what is captured: new requests are missing here. ' +
  'Free disk space, clear the log, or lower its limits in the settings.';

interface Waiting {
  observation: Observation;
  resolve(id: string | null): void;
  reject(error: unknown): void;
}

/**
 * Hands observations to `write` in batches: what arrives while a write is under way goes into the next one together.
 * A full disk first costs the bodies, then the records; both are told, once, and again when it is over.
 */
export function createObservationQueue(
  write: (observations: readonly Observation[]) => Promise<(string | null)[]>,
  onTrouble: (message: string | null) => void,
): {add(observation: Observation): Promise<string | null>} {
  const waiting: Waiting[] = [];
  let isWriting = false;
  let trouble: string | null = null;

  function tell(message: string | null): void {
    if (message === trouble) return;
    trouble = message;
    onTrouble(message);
  }

  async function writeOrShorten(observations: readonly Observation[]): Promise<(string | null)[]> {
    try {
      const ids = await write(observations);
      tell(null);
      return ids;
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      const ids = await write(observations.map(withoutBody));
      tell(WITHOUT_BODIES);
      return ids;
    }
  }

  async function drain(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    // What arrives in the same turn travels together.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH_SIZE);
      try {
        const ids = await writeOrShorten(batch.map(({observation}) => observation));
        for (const [index, {resolve}] of batch.entries()) resolve(ids[index] ?? null);
      } catch (error) {
        tell(NOT_STORED);
        for (const {reject} of batch) reject(error);
      }
    }
    isWriting = false;
  }

  return {
    add: (observation) =>
      new Promise((resolve, reject) => {
        waiting.push({observation, resolve, reject});
        drain();
      }),
  };
}

function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

function withoutBody(observation: Observation): Observation {
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
