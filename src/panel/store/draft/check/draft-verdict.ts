import {batch, type ReadonlySignal, signal} from '@preact/signals';
import type {Draft} from '../../../../domain/edit/draft';
import {toErrorMessage} from '../../../../domain/to-error-message';
import type {Issue} from '../../../../domain/verdict/issue';
import type {DraftInspection} from '../../judge/draft-question';
import type {CheckedDraft, DraftText} from './checked-draft';

/** Requests the verdict on a draft from the judge. */
export interface DraftQuestions {
  /** Null: a newer text was sent meanwhile. */
  check(draft: Draft): Promise<DraftInspection | null>;
  /** The checks that `check` skips for a large text (duplicate keys). */
  checkText(draft: Draft): Promise<readonly Issue[] | null>;
}

/** The latest verdict on a draft. */
export interface DraftVerdict {
  /** The last checked state; empty before the first check. */
  readonly checked: ReadonlySignal<CheckedDraft>;
  /** True from a change until the text was checked again. */
  readonly stale: ReadonlySignal<boolean>;
  /** Why the text could not be checked; null: it can be. */
  readonly failure: ReadonlySignal<string | null>;
  /** How long the last check took, in milliseconds. */
  cost(): number;
  /** The text has changed: pending results are outdated. */
  outdate(): void;
  /** Checks the text; resolves when it was checked, or could not be. */
  ask(text: DraftText): Promise<void>;
}

/** Slower checks run after this number of milliseconds since the others. */
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
  /** The text has changed since the question, so the answer is outdated. */
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

/** The issues, or why there is no result. */
async function settle<Found>(finding: Promise<Found>): Promise<[Found | null, string | null]> {
  try {
    return [await finding, null];
  } catch (error) {
    return [null, toErrorMessage(error)];
  }
}
