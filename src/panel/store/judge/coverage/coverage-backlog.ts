import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import {takeFirst} from '../../../../domain/take-first';
import type {CaptureLog} from '../../../../storage/log/capture-log';

export interface CoverageBacklogOptions {
  log: Pick<CaptureLog, 'get'>;
  /** Changes if the record was read again after it was counted. */
  stateOf(id: string): unknown;
  count(request: CapturedRequest): void;
  /** Called after each part is counted. */
  onProgress(): void;
  now(): number;
  pause(): Promise<void>;
}

/** Records that were listed before coverage was opened: each is read from the log once. */
export interface CoverageBacklog {
  /** Includes the records that are being read now. */
  readonly size: number;
  set(ids: readonly string[]): void;
  /** Reads the remaining records. Rejects if some cannot be read now; they are read the next time. */
  work(): Promise<void>;
}

const READ_AT_ONCE = 50;
/** How long it counts before it can receive messages, in milliseconds. */
const SLICE = 40;

export function createCoverageBacklog(options: CoverageBacklogOptions): CoverageBacklog {
  const {log, stateOf, count, onProgress, now, pause} = options;
  let unread = new Set<string>();
  let working = Promise.resolve();

  async function readSome(): Promise<void> {
    // If all records must be read again, another set replaces this one.
    const from = unread;
    const ids = takeFirst(from, READ_AT_ONCE);
    const states = new Map(ids.map((id) => [id, stateOf(id)]));
    for (const id of ids) {
      // Moves them to the end: if they cannot be read, the others are first the next time.
      from.delete(id);
      from.add(id);
    }
    const requests = await log.get(ids);
    let end = now() + SLICE;
    for (const request of requests) {
      if (stateOf(request.id) === states.get(request.id)) count(request);
      from.delete(request.id);
      if (now() < end) continue;
      onProgress();
      await pause();
      end = now() + SLICE;
    }
    // Some are no longer in the log.
    for (const id of ids) from.delete(id);
  }

  async function workOff(): Promise<void> {
    while (unread.size > 0) {
      await readSome();
      onProgress();
      await pause();
    }
    onProgress();
  }

  return {
    get size() {
      return unread.size;
    },
    set(ids) {
      unread = new Set(ids);
    },
    work() {
      working = working.catch(() => undefined).then(workOff);
      return working;
    },
  };
}
