import {batch, type ReadonlySignal, signal} from '@preact/signals';
import {type Draft, withText} from '../../../../domain/edit/draft';
import type {CheckedDraft, DraftText} from './checked-draft';
import {createDraftVerdict, type DraftQuestions, type DraftVerdict} from './draft-verdict';

/** Checks a draft while it is edited: after a short pause in typing, and slower checks after a longer pause. */
export interface DraftChecker extends Pick<DraftVerdict, 'checked' | 'stale' | 'failure'> {
  /** The text that would be sent, as last read. */
  readonly current: ReadonlySignal<DraftText>;
  /** The text has changed: checks it after a short pause in typing. */
  touch(): void;
  /** Immediately reads changes that were not read yet, and checks them. */
  flush(): DraftText;
  /** Checks it immediately, since something other than the text has changed. */
  recheck(): DraftText;
  /** Another draft replaces the one that was checked. */
  restart(draft: Draft): void;
  /** Resolves when the current text was checked, or could not be checked. */
  whenChecked(): Promise<CheckedDraft>;
  close(): void;
}

export interface DraftCheckerOptions extends DraftQuestions {
  started: Draft;
  /** The current text of the document. */
  read(): string;
}

const QUIET_MS = 150;
const MOST_QUIET_MS = 1000;

export function createDraftChecker({started, read, ...questions}: DraftCheckerOptions): DraftChecker {
  const current = signal(toText(started));
  const verdict = createDraftVerdict(current.peek(), questions);
  const {checked, stale, failure} = verdict;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRead = true;
  let pending: Promise<void> = verdict.ask(current.peek());

  function begin(next: DraftText): DraftText {
    clearTimeout(timer);
    isRead = true;
    batch(() => {
      current.value = next;
      pending = verdict.ask(next);
    });
    return next;
  }

  const recheck = () => begin(toText(withText(current.peek().draft, read())));
  const flush = () => (isRead ? current.peek() : recheck());

  return {
    current,
    checked,
    stale,
    failure,
    touch() {
      clearTimeout(timer);
      isRead = false;
      verdict.outdate();
      // A long batch is checked less often, so that checking never takes a large part of the time.
      timer = setTimeout(flush, Math.min(MOST_QUIET_MS, QUIET_MS + verdict.cost() * 4));
    },
    flush,
    recheck,
    restart(draft) {
      begin(toText(draft));
    },
    async whenChecked() {
      let waited: Promise<void> | null = null;
      for (flush(); stale.peek() && waited !== pending; flush()) {
        waited = pending;
        await waited;
      }
      return checked.peek();
    },
    close() {
      clearTimeout(timer);
      verdict.outdate();
    },
  };
}

function toText(draft: Draft): DraftText {
  return {draft, text: draft.text ?? ''};
}
