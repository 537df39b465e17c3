import type {QueuedObservation} from './queued-observation';
import {withoutBody} from './without-body';

const WITHOUT_BODIES =
  'The browser’s disk quota for this extension is used up: new requests are listed without their bodies. ' +
  'Clear the log, or lower its limits in the settings.';
const NOT_STORED =
  'The browser could not store captured requests: new requests are missing here. ' +
  'Free disk space, clear the log, or lower its limits in the settings.';

/** IDs of the records that observations were merged into; null if the request was cleared. */
export type WriteObservations = (items: readonly QueuedObservation[]) => Promise<(string | null)[]>;

/** The result of one observation. */
export type Written = {ok: true; id: string | null} | {ok: false; error: unknown};

/**
 * Writes batches, even if the disk is full: then first without bodies, and finally not at all. `onTrouble` is called
 * once, and again with null when it is over. An observation that can't be written for its own reason fails alone.
 */
export function createQuotaWriter(
  write: WriteObservations,
  onTrouble: (message: string | null) => void,
): (items: readonly QueuedObservation[]) => Promise<Written[]> {
  let trouble: string | null = null;

  function report(message: string | null): void {
    if (message === trouble) return;
    trouble = message;
    onTrouble(message);
  }

  async function writeOrShorten(items: readonly QueuedObservation[]): Promise<(string | null)[]> {
    try {
      const ids = await write(items);
      report(null);
      return ids;
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      const ids = await write(items.map(withoutBody));
      report(WITHOUT_BODIES);
      return ids;
    }
  }

  return async function writeAll(items) {
    try {
      const ids = await writeOrShorten(items);
      return items.map((_, index) => ({ok: true, id: ids[index] ?? null}));
    } catch (error) {
      if (items.length === 1 || isQuotaError(error)) {
        report(NOT_STORED);
        return items.map(() => ({ok: false, error}));
      }
      const written: Written[] = [];
      for (const item of items) written.push(...(await writeAll([item])));
      return written;
    }
  };
}

function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
