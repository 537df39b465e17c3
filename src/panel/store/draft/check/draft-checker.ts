import {batch, type ReadonlySignal, signal} from '@preact/signals';
import {type Draft, withText} from '../../../../domain/edit/draft';
import {toErrorMessage} from '../../../../domain/to-error-message';
import type {Issue} from '../../../../domain/verdict/issue';
import type {DraftInspection} from '../../judge/draft-question';
import type {CheckedDraft, DraftText} from './checked-draft';

/** The live verdict on a draft: at the keys' first quiet moment, and in a longer one what takes more time. */
export interface DraftChecker {
  /** What would be sent, as it was read last. */
  readonly current: ReadonlySignal<DraftText>;
  /** What was checked last; nothing is found yet while nothing was checked. */
  readonly checked: ReadonlySignal<CheckedDraft>;
  /** True from a key until the text was checked again. */
  readonly stale: ReadonlySignal<boolean>;
  /** Why the text could not be checked; null: it can. */
  readonly failure: ReadonlySignal<string | null>;
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

export interface DraftCheckerOptions {
  started: Draft;
  /** The text as it stands in the document. */
  read(): string;
  /** Null: it was asked for a newer text meanwhile. */
  check(draft: Draft): Promise<DraftInspection | null>;
  /** What `check` leaves out of a large text (keys that stand twice). */
  checkText(draft: Draft): Promise<readonly Issue[] | null>;
}

const QUIET_MS = 150;
const MOST_QUIET_MS = 1000;
const LONG_QUIET_MS = 700;

const unchecked: DraftInspection = {
  requestId: '',
  sentAt: null,
  protocol: null,
  decoded: false,
  events: [],
  issues: [],
  size: {events: 0, bytes: null, maxEvents: null, maxBytes: null},
};

export function createDraftChecker({started, read, check, checkText}: DraftCheckerOptions): DraftChecker {
  const current = signal(toText(started));
  const checked = signal<CheckedDraft>({...current.peek(), inspection: unchecked});
  const stale = signal(true);
  const failure = signal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;
  /** Other than the text that was asked about: its answer comes too late. */
  let version = 0;
  let isRead = true;
  let pending: Promise<void> = ask();

  async function ask(): Promise<void> {
    const asked = ++version;
    const before = performance.now();
    const what = current.peek();
    const [found, reason] = await settle(check(what.draft));
    if (asked !== version || (found === null && reason === null)) return;
    cost = performance.now() - before;
    batch(() => {
      failure.value = reason;
      if (found === null) return;
      checked.value = {...what, inspection: found};
      stale.value = false;
    });
    if (found !== null) timer = setTimeout(() => void readText(asked), LONG_QUIET_MS + cost * 4);
  }

  async function readText(asked: number): Promise<void> {
    const judged = checked.peek();
    const [found, reason] = await settle(checkText(judged.draft));
    if (asked !== version) return;
    if (reason !== null) failure.value = reason;
    if (found === null || found.length === 0) return;
    const issues = [...judged.inspection.issues, ...found];
    checked.value = {...judged, inspection: {...judged.inspection, issues}};
  }

  function begin(next: DraftText): DraftText {
    clearTimeout(timer);
    isRead = true;
    batch(() => {
      current.value = next;
      stale.value = true;
    });
    pending = ask();
    return next;
  }

  const recheck = () => begin(toText(withText(current.peek().draft, read())));
  const flush = () => (isRead ? current.peek() : recheck());

  return {
    current,
    checked,
    stale,
    failure,
    touch: () => {
      clearTimeout(timer);
      version++;
      isRead = false;
      stale.value = true;
      // A long batch is checked less often, so that checking never takes a large part of the time.
      timer = setTimeout(flush, Math.min(MOST_QUIET_MS, QUIET_MS + cost * 4));
    },
    flush,
    recheck,
    restart: (draft) => {
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
    close: () => {
      clearTimeout(timer);
      version++;
    },
  };
}

function toText(draft: Draft): DraftText {
  return {draft, text: draft.text ?? ''};
}

/** What was found, or else why nothing could be. */
async function settle<Found>(finding: Promise<Found>): Promise<[Found | null, string | null]> {
  try {
    return [await finding, null];
  } catch (error) {
    return [null, toErrorMessage(error)];
  }
}
