import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import type {CaptureLog} from '../../../../storage/log/capture-log';
import {createFeedQueue} from './feed-queue';
import {createSliceWorker} from './slice-worker';

export interface RecordFeedOptions {
  log: Pick<CaptureLog, 'list' | 'get'>;
  /** Receives the newest state of a record that was read so far. */
  take(request: CapturedRequest): void;
  /** Receives the IDs of records that are not in the log. */
  gone(ids: readonly string[]): void;
  /** Called after each slice of work, and when all work is done. */
  flush(isIdle: boolean): void;
  now(): number;
  pause(): Promise<void>;
  /** The log can't be read, and is read again in a moment; or a record can't be processed. */
  onFailure(error: unknown): void;
}

export interface RecordFeed {
  /** Whether all work is done. */
  isIdle(): boolean;
  /** Reads records from the log that were written, or that must be checked again. `canWait`: after all others. */
  reread(ids: Iterable<string>, canWait?: boolean): void;
  /** Removes records that were deleted from the log: they never come back. */
  remove(ids: readonly string[]): void;
  /** Reads the whole log of the tab; records that were already read are kept. */
  load(tabId: number): Promise<void>;
  dispose(): void;
}

/** How long it works before it reads new messages, in milliseconds. */
const SLICE = 40;
const READ_AT_ONCE = 50;

/**
 * Reads records from the log: the newest state of each, in whatever order reads, writes and the messages about them
 * end, and none that is known to be removed. Large amounts of work are split into slices, with a pause between them.
 */
export function createRecordFeed(options: RecordFeedOptions): RecordFeed {
  const {log, take, gone, flush, now, pause, onFailure} = options;
  const queue = createFeedQueue();
  const worker = createSliceWorker({
    hasWork: queue.hasWork,
    async step() {
      if (!queue.hasRecords()) await readWanted();
      workSlice();
      flush(!queue.hasWork());
    },
    pause,
    onDone: queue.settle,
    onFailure,
  });

  async function readWanted(): Promise<void> {
    const ids = queue.takeWanted(READ_AT_ONCE);
    const found = await log.get(ids).catch((error: unknown) => {
      queue.want(ids);
      throw error;
    });
    queue.add(found);
    const there = new Set(found.map(({id}) => id));
    remove(ids.filter((id) => !there.has(id)));
  }

  function workSlice(): void {
    const end = now() + SLICE;
    for (let record = queue.next(); record; record = now() < end ? queue.next() : undefined) {
      try {
        take(record);
      } catch (error) {
        onFailure(error);
      }
    }
  }

  function remove(ids: readonly string[]): void {
    queue.drop(ids);
    if (ids.length > 0) gone(ids);
  }

  return {
    isIdle: () => worker.isIdle() && !queue.isLoading(),
    reread(ids, canWait) {
      queue.want(ids, canWait);
      void worker.run();
    },
    remove(ids) {
      remove(ids);
      flush(!worker.isWorking());
    },
    async load(tabId) {
      await queue.load(log.list(tabId), worker.run).catch(onFailure);
      await worker.run();
    },
    dispose: worker.dispose,
  };
}
