import {type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {type Draft, openDraft, startEditing, withText} from '../../../domain/edit/draft';
import type {ReplayPlan} from '../../../domain/replay/plan-replay';
import {createDraftChecker, type DraftChecker} from './check/draft-checker';
import {type DraftChoices, mergeChoices, toDefaultChoices} from './draft-choices';
import type {DraftDependencies} from './draft-dependencies';
import {createDraftEdits, type DraftEdits, type HeldDocument, holdDocument} from './draft-edits';
import {createDraftSending, type DraftSending, type DraftState, planDraft} from './draft-sending';

/** One open draft: its text, the live verdict on it, and the plan for sending it. */
export interface DraftSession
  extends Pick<DraftChecker, 'current' | 'checked' | 'stale' | 'failure' | 'touch' | 'flush' | 'whenChecked'>,
    Omit<DraftSending, 'planSelected'>,
    HeldDocument,
    Omit<DraftEdits, 'restart' | 'close'> {
  /** The request that it corrects; null for a draft that was pasted. */
  readonly source: ReadonlySignal<CapturedRequest | null>;
  /** The shown event; null: the whole batch. */
  readonly event: Signal<number | null>;
  readonly choices: ReadonlySignal<DraftChoices>;
  /** IDs of the replays that were sent from here, oldest first. */
  readonly sent: Signal<readonly string[]>;
  /** More data of the source was captured meanwhile: its headers, its response, or missing bytes. */
  update(source: CapturedRequest): void;
  /** How to send it; the verdict may depend on it (for example if a credential is not sent). */
  choose(choices: Partial<DraftChoices>): void;
  /** A record to send of another text: a part of `sentText`. */
  prepareText(text: string): ReplayPlan;
  /** A record for sending, with a new ID and marker. */
  prepare(): ReplayPlan;
  /** Whether anything was changed, chosen or sent here. */
  isTouched(): boolean;
  /** Runs when the draft is closed, to stop everything that follows it. */
  onClose(task: () => void): void;
  close(): void;
}

export function createDraftSession(
  deps: DraftDependencies,
  opening: CapturedRequest | null,
  opened: Draft = openDraft(opening ?? nothing),
  chosen: Partial<DraftChoices> = {},
): DraftSession {
  const source = signal(opening);
  const started = startEditing(opened);
  const held = holdDocument(started);
  const openedWith = {...toDefaultChoices(deps.settings.value.peek()), ...chosen};
  const choices = signal(openedWith);
  const event = signal<number | null>(null);
  const sent = signal<readonly string[]>([]);
  const closing = new Set<() => void>();
  const state = {source, choices, event};
  const checker = createChecker(deps, state, started, () => held.document.read());
  const {current, checked, stale, failure, touch, flush, whenChecked} = checker;
  const {planSelected, ...sending} = createDraftSending(deps, state, checker);
  const {restart, close, ...edits} = createDraftEdits(held, checker);

  return {
    ...{current, checked, stale, failure, touch, flush, whenChecked},
    ...sending,
    ...state,
    ...edits,
    sent,
    get document() {
      return held.document;
    },
    attach: held.attach,
    update: (next) => {
      const before = source.peek();
      if (before === null || next === before) return;
      source.value = next;
      const {draft} = flush();
      const untouched = !draft.dirty && draft.sourceId === next.id;
      if (toReading(next) === toReading(before)) return;
      if (untouched) restart(next);
      else checker.recheck();
    },
    choose: (chosen) => {
      choices.value = mergeChoices(choices.peek(), chosen);
      checker.recheck();
    },
    prepareText: (text) => planDraft(deps, state, withText(flush().draft, text), deps.newId),
    prepare: () => {
      flush();
      return planSelected(deps.newId);
    },
    isTouched: () => flush().draft.dirty || choices.peek() !== openedWith || sent.peek().length > 0,
    onClose: (task) => {
      closing.add(task);
    },
    close() {
      close();
      for (const task of closing) task();
      closing.clear();
    },
  };
}

/**
 * Two records of a request with the same one have the same bytes, read in the same way: only other kinds of bodies,
 * those with another note and longer first parts replace what was captured before.
 */
function toReading({body, headers}: CapturedRequest): string {
  return JSON.stringify([headers.state, {...body, ...('bytes' in body && {bytes: body.bytes.length})}]);
}

/** Has the judge check what would be sent. */
function createChecker(
  deps: DraftDependencies,
  state: DraftState,
  started: Draft,
  read: () => string,
): DraftChecker {
  const draft = deps.newId();
  const toQuestion = (next: Draft) => {
    const source = state.source.peek();
    const made = planDraft(deps, state, next);
    return {draft, request: made.ok ? made.record : (source ?? nothing), sourceUrl: source?.url ?? null};
  };
  return createDraftChecker({
    started,
    read,
    check: (next) => deps.ask({kind: 'check-draft', ...toQuestion(next)}),
    checkText: (next) => deps.ask({kind: 'check-draft-text', ...toQuestion(next)}),
  });
}

/** The replacement for the original of a draft without one. */
const nothing: CapturedRequest = {
  id: '',
  url: '',
  method: 'POST',
  headers: {state: 'unknown'},
  body: {kind: 'none'},
  startedAt: null,
  origin: {tabId: null, frameId: null, initiator: null, documentUrl: null, pageUrl: null, type: null},
  outcome: {state: 'pending'},
  seenBy: ['import'],
};
