import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import type {CaptureLog} from '../../../../storage/log/capture-log';
import {createFeedQueue} from './feed-queue';
import {createSliceWorker} from './slice-worker';

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
  /** These were written, or are to be judged again: reads them from the log. */
  reread(ids: Iterable<string>): void;
  /** These are no longer in the log, and never will be. */
  remove(ids: readonly string[]): void;
  /** Reads the whole log of the tab; what was read already stays. */
  load(tabId: number): Promise<void>;
  dispose(): void;
}

/** How long it works before it reads new messages, in milliseconds. */
const SLICE = 40;
const READ_AT_ONCE = 50;

/**
 * Reads records from the log: of each the newest state, whatever order reads, writes and the messages about them end
 * in, and none that is known to be gone. Work that piles up is done in slices, with a pause between them.
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
    reread(ids) {
      queue.want(ids);
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
