import {type ReadonlySignal, signal} from '@preact/signals';

/** A sentence about something that just happened, shown until it is closed or replaced. */
export interface Notice {
  kind: 'info' | 'error';
  text: string;
}

export interface Notices {
  readonly current: ReadonlySignal<Notice | null>;
  tell(text: string): void;
  /** Something did not work: says so to the user, and to the console with all detail. */
  fail(error: unknown): undefined;
  close(): void;
}

export function createNotices(): Notices {
  const current = signal<Notice | null>(null);
  return {
    current,
    tell(text) {
      current.value = {kind: 'info', text};
    },
    fail(error) {
      console.error(error);
      current.value = {kind: 'error', text: error instanceof Error ? error.message : String(error)};
      return undefined;
    },
    close() {
      current.value = null;
    },
  };
}
