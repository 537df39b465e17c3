import {batch, type ReadonlySignal, signal} from '@preact/signals';
import type {Draft} from '../../../../domain/edit/draft';
import {toErrorMessage} from '../../../../domain/to-error-message';
import type {Issue} from '../../../../domain/verdict/issue';
import type {DraftInspection} from '../../judge/draft-question';
import type {CheckedDraft, DraftText} from './checked-draft';

/** Asks the judge for the verdict on a draft. */
export interface DraftQuestions {
  /** Null: it was asked for a newer text meanwhile. */
  check(draft: Draft): Promise<DraftInspection | null>;
  /** What `check` leaves out of a large text (keys that stand twice). */
  checkText(draft: Draft): Promise<readonly Issue[] | null>;
}

/** The verdict on a draft, as far as it is known. */
export interface DraftVerdict {
  /** What was checked last; nothing is found yet while nothing was checked. */
  readonly checked: ReadonlySignal<CheckedDraft>;
  /** True from a change until the text was checked again. */
  readonly stale: ReadonlySignal<boolean>;
  /** Why the text could not be checked; null: it can. */
  readonly failure: ReadonlySignal<string | null>;
  /** How long the last check took, in milliseconds. */
  cost(): number;
  /** The text is another now: what was asked about it comes too late. */
  outdate(): void;
  /** Has the text checked; resolves when it was, or could not be. */
  ask(text: DraftText): Promise<void>;
}

/** What takes longer is checked only when so many milliseconds have gone by since the rest was. */
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

export function createDraftVerdict(started: DraftText, {check, checkText}: DraftQuestions): DraftVerdict {
  const checked = signal<CheckedDraft>({...started, inspection: unchecked});
  const stale = signal(true);
  const failure = signal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;
  /** Other than the text that was asked about: its answer comes too late. */
  let version = 0;

  function outdate(): void {
    clearTimeout(timer);
    version++;
    stale.value = true;
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

  return {
    checked,
    stale,
    failure,
    cost: () => cost,
    outdate,
    async ask(what) {
      outdate();
      const asked = version;
      const before = performance.now();
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
    },
  };
}

/** What was found, or else why nothing could be. */
async function settle<Found>(finding: Promise<Found>): Promise<[Found | null, string | null]> {
  try {
    return [await finding, null];
  } catch (error) {
    return [null, toErrorMessage(error)];
  }
}
