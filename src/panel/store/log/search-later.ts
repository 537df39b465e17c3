import type {LogEntry} from './log-entry';

export interface SearchLaterOptions {
  isListed(entry: LogEntry): boolean;
  now(): number;
  pause(): Promise<void>;
  onFailure(error: unknown): void;
}

/** Prepares entries for the filter once their rows are painted, and not before. */
export interface SearchLater {
  push(entry: LogEntry): void;
  schedule(): void;
}

/** Long enough for a frame, and short enough that what waits keeps few parsed events in memory. */
const SOON_MS = 60;
const SLICE = 6;

/** A filter that is typed earlier finds what it needs by itself. */
export function createSearchLater({isListed, now, pause, onFailure}: SearchLaterOptions): SearchLater {
  let waiting: LogEntry[] = [];
  let scheduled = false;

  async function work(): Promise<void> {
    const entries = waiting;
    waiting = [];
    let end = now() + SLICE;
    for (const entry of entries) {
      if (isListed(entry)) entry.searched();
      if (now() < end) continue;
      await pause();
      end = now() + SLICE;
    }
  }

  return {
    push(entry) {
      waiting.push(entry);
    },
    schedule() {
      if (scheduled || waiting.length === 0) return;
      scheduled = true;
      setTimeout(() => {
        scheduled = false;
        work().catch(onFailure);
      }, SOON_MS);
    },
  };
}
