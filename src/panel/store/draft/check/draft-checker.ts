import {batch, type ReadonlySignal, signal} from '@preact/signals';
import {type Draft, withText} from '../../../../domain/edit/draft';
import type {CheckedDraft, DraftText} from './checked-draft';
import {createDraftVerdict, type DraftQuestions, type DraftVerdict} from './draft-verdict';

/** The live verdict on a draft: when the keys pause for a moment, and in a longer pause what takes more time. */
export interface DraftChecker extends Pick<DraftVerdict, 'checked' | 'stale' | 'failure'> {
  /** What would be sent, as it was read last. */
  readonly current: ReadonlySignal<DraftText>;
  /** The text has changed: it is checked when the keys have been quiet for a moment. */
  touch(): void;
  /** Reads at once what was not read yet, and has it checked. */
  flush(): DraftText;
  /** Has it checked at once, since something but the text has changed. */
  recheck(): DraftText;
  /** Another draft takes the place of the one that was checked. */
  restart(draft: Draft): void;
  /** Resolves when the text as it is now was checked, or could not be. */
  whenChecked(): Promise<CheckedDraft>;
  close(): void;
}

export interface DraftCheckerOptions extends DraftQuestions {
  started: Draft;
  /** The text as it is in the document. */
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
