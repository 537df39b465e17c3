import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import type {CaptureLog} from '../../../../storage/log/capture-log';

export interface CoverageBacklogOptions {
  log: Pick<CaptureLog, 'get'>;
  /** Changes when the record is read again, since it was counted then. */
  stateOf(id: string): unknown;
  count(request: CapturedRequest): void;
  /** Called after each part that was counted. */
  onProgress(): void;
  now(): number;
  pause(): Promise<void>;
}

/** Records that were listed before coverage was opened: they are read from the log once. */
export interface CoverageBacklog {
  /** Those that are being read now are among them. */
  readonly size: number;
  set(ids: readonly string[]): void;
  /** Reads the remaining records. Rejects if some cannot be read now; they are read the next time. */
  work(): Promise<void>;
}

const READ_AT_ONCE = 50;
/** A slice of counting between two chances to receive messages, in milliseconds. */
const SLICE = 40;

export function createCoverageBacklog(options: CoverageBacklogOptions): CoverageBacklog {
  const {log, stateOf, count, onProgress, now, pause} = options;
  let unread: readonly string[] = [];
  /** How many were taken from there and are not counted yet. */
  let reading = 0;
  let working = Promise.resolve();

  async function read(ids: readonly string[]): Promise<CapturedRequest[]> {
    try {
      return await log.get(ids);
    } catch (error) {
      unread = [...unread, ...ids];
      throw error;
    }
  }

  async function countAll(
    requests: readonly CapturedRequest[],
    isNew: (id: string) => boolean,
  ): Promise<void> {
    let end = now() + SLICE;
    for (const request of requests) {
      if (isNew(request.id)) count(request);
      reading--;
      if (now() < end) continue;
      onProgress();
      await pause();
      end = now() + SLICE;
    }
  }

  async function workOff(): Promise<void> {
    while (unread.length > 0) {
      const ids = unread.slice(0, READ_AT_ONCE);
      unread = unread.slice(READ_AT_ONCE);
      reading = ids.length;
      const states = new Map(ids.map((id) => [id, stateOf(id)]));
      try {
        await countAll(await read(ids), (id) => stateOf(id) === states.get(id));
      } finally {
        reading = 0;
      }
      onProgress();
      await pause();
    }
    onProgress();
  }

  return {
    get size() {
      return unread.length + reading;
    },
    set(ids) {
      unread = ids;
    },
    work() {
      working = working.catch(() => undefined).then(workOff);
      return working;
    },
  };
}
