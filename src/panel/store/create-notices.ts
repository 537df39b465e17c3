import {type ReadonlySignal, signal} from '@preact/signals';
import {toErrorMessage} from '../../domain/to-error-message';

/** A sentence with the result of an action, shown briefly or until another one replaces it. */
export interface Notice {
  kind: 'info' | 'error';
  text: string;
  /** A link after the sentence. */
  link?: {title: string; follow(): void};
}

/** Reasons for a banner; it is shown until its reason is gone. */
export type StandingCause = 'import';

export interface Notices {
  readonly current: ReadonlySignal<Notice | null>;
  /** Lasting problems, by their cause. */
  readonly standing: ReadonlySignal<ReadonlyMap<StandingCause, string>>;
  tell(text: string, link?: Notice['link']): void;
  /** Reports an error to the user, and with all details to the console. */
  fail(error: unknown): undefined;
  close(): void;
  /** Like `fail`, for a problem that lasts until its cause is gone. */
  raise(cause: StandingCause, error: unknown): void;
  settle(cause: StandingCause): void;
}

export function createNotices(): Notices {
  const current = signal<Notice | null>(null);
  const standing = signal<ReadonlyMap<StandingCause, string>>(new Map());
  return {
    current,
    standing,
    tell(text, link) {
      current.value = {kind: 'info', text, ...(link && {link})};
    },
    fail(error) {
      console.error(error);
      current.value = {kind: 'error', text: toErrorMessage(error)};
      return undefined;
    },
    close() {
      current.value = null;
    },
    raise(cause, error) {
      console.error(error);
      current.value = null;
      standing.value = new Map(standing.peek()).set(cause, toErrorMessage(error));
    },
    settle(cause) {
      standing.value = new Map([...standing.peek()].filter(([one]) => one !== cause));
    },
  };
}
