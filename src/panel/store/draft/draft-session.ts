import {computed, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {selectEvents} from '../../../domain/edit/batch/select-events';
import {type Draft, openDraft, startEditing, withText} from '../../../domain/edit/draft';
import type {TextChange} from '../../../domain/json/edit/text-change';
import {planReplay, type ReplayPlan} from '../../../domain/replay/plan-replay';
import type {CheckedDraft, DraftText} from './check/checked-draft';
import {createDraftChecker} from './check/draft-checker';
import {createDraftTestMark, type DraftTestMark} from './check/draft-test-mark';
import {findTestMark} from './check/find-test-mark';
import {toDraftAddress} from './draft-address';
import {type DraftChoices, mergeChoices, toDefaultChoices} from './draft-choices';
import type {DraftDependencies} from './draft-dependencies';
import {createPlainDocument, type DraftDocument} from './draft-document';
import {explainEmpty, selectIndexes} from './draft-selection';

/** One open draft: its text, the live verdict on it, and the plan of sending it. */
export interface DraftSession {
  /** The request that it corrects; null for a draft that was pasted in. */
  readonly source: ReadonlySignal<CapturedRequest | null>;
  /** The draft and its text as of the last quiet moment. */
  readonly current: ReadonlySignal<DraftText>;
  /** What was checked last: the judge answers a moment after the text has changed. */
  readonly checked: ReadonlySignal<CheckedDraft>;
  /** True from a key until the text was checked again. */
  readonly stale: ReadonlySignal<boolean>;
  /** Why the text could not be checked; null: it can. */
  readonly failure: ReadonlySignal<string | null>;
  /** The event that is looked at; null: the whole batch. */
  readonly event: Signal<number | null>;
  readonly choices: ReadonlySignal<DraftChoices>;
  /** The events that would be sent, by index; null: all of them. */
  readonly selected: ReadonlySignal<readonly number[] | null>;
  /** What the chosen target wants in every event; null: nothing. */
  readonly testMark: ReadonlySignal<DraftTestMark | null>;
  /** The whole batch as it would be sent: the editor's text, with the test mark of the target. */
  readonly sentText: ReadonlySignal<string>;
  /** What would be sent, header by header. */
  readonly plan: ReadonlySignal<ReplayPlan>;
  /** Bytes that would be sent; null: there are none. */
  readonly bytes: ReadonlySignal<number | null>;
  /** Ids of the replays that were sent from here, oldest first. */
  readonly sent: Signal<readonly string[]>;
  readonly document: DraftDocument;
  /** The editor takes over the text; what it shows must be the draft's. */
  attach(document: DraftDocument): void;
  /** More was seen of the source meanwhile: its headers, its answer, or bytes that were missing. */
  update(source: CapturedRequest): void;
  /** The text has changed: it is checked when the keys have been quiet for a moment. */
  touch(): void;
  /** Reads at once what was typed, and has it checked. */
  flush(): DraftText;
  /** Resolves when the text as it is now was checked, or could not be. */
  whenChecked(): Promise<CheckedDraft>;
  change(changes: readonly TextChange[]): void;
  /** How to send it; the verdict may depend on it (a credential that is left out). */
  choose(choices: Partial<DraftChoices>): void;
  /** Back to the bytes of the original. */
  revert(): void;
  /** A record to send of another text: a part of `sentText`. */
  prepareText(text: string): ReplayPlan;
  /** A record to send, with an id and marker of its own. */
  prepare(): ReplayPlan;
  /** Whether anything was changed, chosen or sent here. */
  isTouched(): boolean;
  /** Runs when the draft is closed: what follows it ends with it. */
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
  let document: DraftDocument = createPlainDocument(started.text ?? '');

  const openedWith = {...toDefaultChoices(deps.settings.value.peek()), ...chosen};
  const choices = signal(openedWith);
  const sent = signal<readonly string[]>([]);
  const closing = new Set<() => void>();
  const toPlan = (draft: Draft, id: string, marker: string): ReplayPlan => {
    const {target, selection: _, address, ...how} = choices.value;
    const origin = source.value;
    const goesTo = toDraftAddress({source: origin, address, target});
    if (!goesTo.ok) return goesTo;
    const startedAt = deps.now();
    const {tabId, access} = deps;
    const permission = access && {isPermitted: access.isGranted};
    const mark = findTestMark(target, deps.settings.value.value).header;
    const targetCredentials = deps.credentials?.of(target) ?? [];
    const options = {
      ...{id, marker, startedAt, ...how, tabId, mark, targetCredentials},
      ...goesTo.options,
      ...permission,
    };
    return planReplay({source: origin, draft, options});
  };
  const key = deps.newId();
  /** The draft as the judge is to see it. */
  const toCheck = (draft: Draft) => {
    const made = toPlan(draft, 'draft', 'draft');
    const request = made.ok ? made.record : (source.peek() ?? nothing);
    return {draft: key, request, sourceUrl: source.peek()?.url ?? null};
  };
  const checker = createDraftChecker({
    started,
    read: () => document.read(),
    check: (draft) => deps.ask({kind: 'check-draft', ...toCheck(draft)}),
    checkText: (draft) => deps.ask({kind: 'check-draft-text', ...toCheck(draft)}),
  });
  const {current, checked, stale, failure, touch, flush, whenChecked} = checker;
  const event = signal<number | null>(null);
  const testMark = createDraftTestMark({source, choices, current, settings: deps.settings.value});
  const sentText = computed(() => testMark.value?.text ?? current.value.text);
  const selected = computed(() =>
    selectIndexes(
      choices.value.selection,
      {...current.value, issues: checked.value.inspection.issues},
      event.value,
    ),
  );
  /** The draft that is sent: the whole, or the chosen events of it, byte for byte. */
  const planSelected = (id: string, marker: string): ReplayPlan => {
    const {draft, text} = current.value;
    const whole = sentText.value;
    if (selected.value === null) return toPlan(whole === text ? draft : withText(draft, whole), id, marker);
    if (choices.value.selection === 'faulty' && stale.value) return {ok: false, reason: stillChecked};
    const chosen = selectEvents(whole, selected.value);
    if (chosen === null) return {ok: false, reason: explainEmpty(choices.value.selection)};
    return toPlan(withText(draft, chosen), id, marker);
  };
  const plan = computed(() => planSelected('draft', 'draft'));
  const replaceText = (text: string) =>
    document.change([{from: 0, to: document.read().length, insert: text}]);

  return {
    source,
    current,
    checked,
    stale,
    failure,
    event,
    choices,
    selected,
    testMark,
    sentText,
    plan,
    bytes: computed(() => (plan.value.ok ? countBody(plan.value.record) : null)),
    sent,
    get document() {
      return document;
    },
    attach: (next) => {
      document = next;
    },
    update: (next) => {
      const before = source.peek();
      if (before === null || next === before) return;
      source.value = next;
      const {draft} = flush();
      const untouched = !draft.dirty && draft.sourceId === next.id;
      if (!untouched || next.body.kind === before.body.kind) return;
      const restarted = startEditing(openDraft(next));
      replaceText(restarted.text ?? '');
      checker.restart(restarted);
    },
    touch,
    flush,
    whenChecked,
    change: (changes) => {
      document.change(changes);
      checker.recheck();
    },
    choose: (chosen) => {
      choices.value = mergeChoices(choices.peek(), chosen);
      checker.recheck();
    },
    revert: () => {
      replaceText(current.peek().draft.originalText ?? '');
      checker.recheck();
    },
    prepareText: (text) => toPlan(withText(flush().draft, text), deps.newId(), deps.newId()),
    prepare: () => {
      flush();
      return planSelected(deps.newId(), deps.newId());
    },
    isTouched: () => flush().draft.dirty || choices.peek() !== openedWith || sent.peek().length > 0,
    onClose: (task) => {
      closing.add(task);
    },
    close() {
      checker.close();
      for (const task of closing) task();
      closing.clear();
    },
  };
}

const stillChecked = 'The draft is still being checked. Wait until it is known which events have an error.';

function countBody({body}: CapturedRequest): number {
  return body.kind === 'bytes' ? body.bytes.length : 0;
}

/** Stands in for the original of a draft that has none. */
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
