import {type ReadonlySignal, signal} from '@preact/signals';
import {toErrorMessage} from '../../domain/to-error-message';

/** The result of an action, in a sentence: shown for a moment, or until another one replaces it. */
export interface Notice {
  kind: 'info' | 'error';
  text: string;
  /** Where the sentence leads. */
  link?: {title: string; follow(): void};
}

/** What a banner can be about: it stands until that is over. */
export type StandingCause = 'import';

export interface Notices {
  readonly current: ReadonlySignal<Notice | null>;
  /** What is wrong and stays so, by its cause. */
  readonly standing: ReadonlySignal<ReadonlyMap<StandingCause, string>>;
  tell(text: string, link?: Notice['link']): void;
  /** Something did not work: says so to the user, and to the console with all detail. */
  fail(error: unknown): undefined;
  close(): void;
  /** As `fail`, for what stays wrong until its cause is gone. */
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
