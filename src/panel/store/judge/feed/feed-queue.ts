import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import {takeFirst} from '../../../../domain/take-first';

/** Records still to be read from the log, records that were read and wait, and records that must be ignored. */
export interface FeedQueue {
  hasWork(): boolean;
  /** Whether records wait that were read. */
  hasRecords(): boolean;
  /** These are to be read. */
  want(ids: Iterable<string>): void;
  /** Takes at most this many IDs from those to be read. */
  takeWanted(limit: number): string[];
  /** These were read. */
  add(records: readonly CapturedRequest[]): void;
  /** The next record that has not been removed meanwhile. */
  next(): CapturedRequest | undefined;
  /** These were removed; ignores what is still being read of them. */
  drop(ids: readonly string[]): void;
  /** No read is running any more. */
  settle(): void;
  /** Takes the whole log, and has each page of it worked off before it reads the next. */
  load(pages: AsyncIterable<readonly CapturedRequest[]>, workOff: () => Promise<void>): Promise<void>;
  isLoading(): boolean;
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
      const ids = takeFirst(wanted, limit);
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
    async load(pages, workOff) {
      newer = new Set();
      try {
        for await (const page of pages) {
          // A page that was read before a write must not undo it.
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
