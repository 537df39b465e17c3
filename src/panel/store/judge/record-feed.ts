import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {CaptureLog} from '../../../storage/log/capture-log';

export interface RecordFeedOptions {
  log: Pick<CaptureLog, 'list' | 'get'>;
  /** The newest state of a record that was read so far. */
  take(request: CapturedRequest): void;
  /** These are not in the log. */
  gone(ids: readonly string[]): void;
  /** After each slice of work, and when there is nothing left to do. */
  flush(isIdle: boolean): void;
  now(): number;
  pause(): Promise<void>;
  /** The log can't be read, and is asked again in a moment; or one record can't be taken. */
  onFailure(error: unknown): void;
}

export interface RecordFeed {
  /** Whether nothing is left to do. */
  isIdle(): boolean;
  /** These were written, or are to be judged anew: reads them from the log. */
  reread(ids: Iterable<string>): void;
  /** These are no longer in the log, and never will be. */
  remove(ids: readonly string[]): void;
  /** Reads the whole log of the tab; what was read already stays. */
  load(tabId: number): Promise<void>;
  dispose(): void;
}

/** A slice of work between two chances to hear what is new, in ms. */
const SLICE = 40;
const READ_AT_ONCE = 50;
const RETRY_MS = 1_000;

/**
 * Reads records from the log: of each the newest state, whatever order reads, writes and the messages about them end
 * in, and none that is known to be gone. Work that piles up is done in slices, with a pause between them.
 */
export function createRecordFeed(options: RecordFeedOptions): RecordFeed {
  const {log, take, gone, flush, now, pause, onFailure} = options;
  let incoming: CapturedRequest[] = [];
  const stale = new Set<string>();
  /** Removed while something older may still be on its way from the log. */
  const removed = new Set<string>();
  /** While the whole log is read: what was written meanwhile, so that a page read before that does not undo it. */
  let newer: Set<string> | null = null;
  let isWorking = false;
  let running = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | null = null;

  async function readStale(): Promise<void> {
    const ids = [...stale].slice(0, READ_AT_ONCE);
    for (const id of ids) stale.delete(id);
    try {
      const found = await log.get(ids);
      incoming.push(...found);
      const there = new Set(found.map(({id}) => id));
      remove(ids.filter((id) => !there.has(id)));
    } catch (error) {
      for (const id of ids) stale.add(id);
      throw error;
    }
  }

  function remove(ids: readonly string[]): void {
    for (const id of ids) removed.add(id);
    if (ids.length > 0) gone(ids);
  }

  function run(): Promise<void> {
    if (!isWorking) running = workOff();
    return running;
  }

  async function workOff(): Promise<void> {
    isWorking = true;
    try {
      while (incoming.length > 0 || stale.size > 0) {
        if (incoming.length === 0) await readStale();
        workSlice();
        const isIdle = incoming.length === 0 && stale.size === 0;
        flush(isIdle);
        if (!isIdle) await pause();
      }
      if (newer === null) removed.clear();
    } catch (error) {
      onFailure(error);
      retry = setTimeout(() => {
        retry = null;
        void run();
      }, RETRY_MS);
    } finally {
      // In the turn in which nothing was left: what comes a moment later finds nobody at work, and begins.
      isWorking = false;
    }
  }

  function workSlice(): void {
    const end = now() + SLICE;
    let done = 0;
    for (const request of incoming) {
      try {
        if (!removed.has(request.id)) take(request);
      } catch (error) {
        onFailure(error);
      }
      done++;
      if (now() >= end) break;
    }
    incoming = incoming.slice(done);
  }

  return {
    isIdle: () => !isWorking && retry === null && newer === null,
    reread(ids) {
      for (const id of ids) {
        stale.add(id);
        newer?.add(id);
      }
      void run();
    },
    remove(ids) {
      remove(ids);
      flush(!isWorking);
    },
    async load(tabId) {
      const meanwhile = new Set<string>();
      newer = meanwhile;
      try {
        for await (const batch of log.list(tabId)) {
          incoming.push(...batch.filter(({id}) => !meanwhile.has(id)));
          await run();
        }
      } catch (error) {
        onFailure(error);
      }
      newer = null;
      await run();
    },
    dispose() {
      if (retry !== null) clearTimeout(retry);
    },
  };
}
