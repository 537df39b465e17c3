import {batch, type ReadonlySignal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../../domain/capture/captured-request';
import {type Draft, withText} from '../../../../domain/edit/draft';
import type {Inspection} from '../../../../domain/verdict/inspection';
import type {Issue} from '../../../../domain/verdict/issue';
import type {CheckedDraft} from './checked-draft';

/** The live verdict on a draft: at the keys' first quiet moment, and in a longer one what takes more time. */
export interface DraftChecker {
  readonly checked: ReadonlySignal<CheckedDraft>;
  /** True from a key until the text was checked again. */
  readonly stale: ReadonlySignal<boolean>;
  /** The text has changed: it is checked when the keys have been quiet for a moment. */
  touch(): void;
  /** Checks at once what has not been checked yet. */
  flush(): CheckedDraft;
  /** Checks at once, since something but the text has changed. */
  recheck(): CheckedDraft;
  /** Another draft takes the place of the one that was checked. */
  restart(draft: Draft): void;
  close(): void;
}

export interface DraftCheckerOptions {
  started: Draft;
  /** The text as it stands in the document. */
  read(): string;
  /** What would be sent of that draft. */
  toRequest(draft: Draft): CapturedRequest;
  inspect(request: CapturedRequest): Inspection;
  /** What `inspect` leaves out of a large text (keys that stand twice). */
  inspectText(request: CapturedRequest, inspection: Inspection): readonly Issue[];
}

const QUIET_MS = 150;
const MOST_QUIET_MS = 1000;
const LONG_QUIET_MS = 700;

export function createDraftChecker(options: DraftCheckerOptions): DraftChecker {
  const {read, toRequest, inspect, inspectText} = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;

  const readText = (request: CapturedRequest, judged: CheckedDraft) => {
    const found = inspectText(request, judged.inspection);
    if (found.length === 0) return;
    const issues = [...judged.inspection.issues, ...found];
    checked.value = {...judged, inspection: {...judged.inspection, issues}};
  };
  const check = (draft: Draft): CheckedDraft => {
    clearTimeout(timer);
    const before = performance.now();
    const request = toRequest(draft);
    const judged = {draft, text: draft.text ?? '', inspection: inspect(request)};
    cost = performance.now() - before;
    timer = setTimeout(() => readText(request, judged), LONG_QUIET_MS + cost * 4);
    return judged;
  };
  const checked = signal(check(options.started));
  const stale = signal(false);
  const recheck = () => {
    const next = check(withText(checked.peek().draft, read()));
    batch(() => {
      checked.value = next;
      stale.value = false;
    });
    return next;
  };
  const flush = () => (stale.peek() ? recheck() : checked.peek());

  return {
    checked,
    stale,
    touch: () => {
      clearTimeout(timer);
      stale.value = true;
      // A long batch is checked less often, so that checking never takes a large part of the time.
      timer = setTimeout(flush, Math.min(MOST_QUIET_MS, QUIET_MS + cost * 4));
    },
    flush,
    recheck,
    restart: (draft) => {
      const next = check(draft);
      batch(() => {
        checked.value = next;
        stale.value = false;
      });
    },
    close: () => clearTimeout(timer),
  };
}
