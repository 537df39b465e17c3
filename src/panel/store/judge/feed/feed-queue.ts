import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import {takeFirst} from '../../../../domain/take-first';

/** Records to read from the log, records that were read and are waiting, and records to ignore. */
export interface FeedQueue {
  hasWork(): boolean;
  /** Whether records were read and are waiting. */
  hasRecords(): boolean;
  /** Adds records to read. `canWait`: after all others. */
  want(ids: Iterable<string>, canWait?: boolean): void;
  /** Takes at most this many IDs of records to read. */
  takeWanted(limit: number): string[];
  /** Adds records that were read. */
  add(records: readonly CapturedRequest[]): void;
  /** The next record that was not removed in the meantime. */
  next(): CapturedRequest | undefined;
  /** Drops records that were removed, and ignores them if they are still being read. */
  drop(ids: readonly string[]): void;
  /** Called when no read is running. */
  settle(): void;
  /** Takes the whole log; each page of it is processed before the next one is read. */
  load(pages: AsyncIterable<readonly CapturedRequest[]>, workOff: () => Promise<void>): Promise<void>;
  isLoading(): boolean;
}

export function createFeedQueue(): FeedQueue {
  let records: CapturedRequest[] = [];
  let place = 0;
  const wanted = new Set<string>();
  const wantedLater = new Set<string>();
  const dropped = new Set<string>();
  /** IDs of the records that were written while the whole log is read; null if it is not being read. */
  let newer: Set<string> | null = null;

  const hasRecords = () => place < records.length;

  function add(more: readonly CapturedRequest[]): void {
    records = [...records.slice(place), ...more];
    place = 0;
  }

  return {
    hasWork: () => hasRecords() || wanted.size > 0 || wantedLater.size > 0,
    hasRecords,
    want(ids, canWait = false) {
      const target = canWait ? wantedLater : wanted;
      for (const id of ids) {
        target.add(id);
        newer?.add(id);
      }
    },
    takeWanted(limit) {
      const from = wanted.size > 0 ? wanted : wantedLater;
      const ids = takeFirst(from, limit);
      for (const id of ids) from.delete(id);
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
    async load(pages, workOff) {
      newer = new Set();
      try {
        for await (const page of pages) {
          // A page that was read before a write must not overwrite the newer record.
          add(page.filter(({id}) => !newer?.has(id)));
          await workOff();
        }
      } finally {
        newer = null;
      }
    },
    isLoading: () => newer !== null,
  };
}
