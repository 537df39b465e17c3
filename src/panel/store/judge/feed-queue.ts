import type {CapturedRequest} from '../../../domain/capture/captured-request';

/** What is still to be read from the log, what was read and waits, and what must not be taken any more. */
export interface FeedQueue {
  hasWork(): boolean;
  /** Whether records wait that were read. */
  hasRecords(): boolean;
  /** These are to be read. */
  want(ids: Iterable<string>): void;
  /** At most so many of the ids that are to be read; they no longer are. */
  takeWanted(limit: number): string[];
  /** These were read. */
  add(records: readonly CapturedRequest[]): void;
  /** The next record that is not gone meanwhile. */
  next(): CapturedRequest | undefined;
  /** These are gone, whatever of them is still on its way from the log. */
  drop(ids: readonly string[]): void;
  /** Nothing is on its way any more. */
  settle(): void;
  /** The whole log is read from now on; a page of it that was read before a write must not undo it. */
  beginLoad(): void;
  isLoading(): boolean;
  addPage(records: readonly CapturedRequest[]): void;
  endLoad(): void;
}

export function createFeedQueue(): FeedQueue {
  let records: CapturedRequest[] = [];
  let place = 0;
  const wanted = new Set<string>();
  const dropped = new Set<string>();
  /** What was written while the whole log is read; null: it is not. */
  let newer: Set<string> | null = null;

  const hasRecords = () => place < records.length;

  function add(more: readonly CapturedRequest[]): void {
    records = [...records.slice(place), ...more];
    place = 0;
  }

  return {
    hasWork: () => hasRecords() || wanted.size > 0,
    hasRecords,
    want(ids) {
      for (const id of ids) {
        wanted.add(id);
        newer?.add(id);
      }
    },
    takeWanted(limit) {
      const ids = [...wanted].slice(0, limit);
      for (const id of ids) wanted.delete(id);
      return ids;
    },
    add,
    next() {
      while (hasRecords()) {
        const record = records[place++];
        if (record && !dropped.has(record.id)) return record;
      }
      return undefined;
    },
    drop(ids) {
      for (const id of ids) dropped.add(id);
    },
    settle() {
      if (newer === null) dropped.clear();
    },
    beginLoad() {
      newer = new Set();
    },
    isLoading: () => newer !== null,
    addPage(page) {
      add(page.filter(({id}) => !newer?.has(id)));
    },
    endLoad() {
      newer = null;
    },
  };
}
