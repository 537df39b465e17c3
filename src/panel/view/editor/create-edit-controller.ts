import {setDiagnostics} from '@codemirror/lint';
import {EditorView} from '@codemirror/view';
import {effect, type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {Issue} from '../../../domain/checks/issue';
import type {SequencePace} from '../../../domain/replay/sequence';
import type {DraftFix, DraftFixes} from '../../store/draft-fixes';
import type {DraftHeaders} from '../../store/draft-headers';
import type {DraftSession} from '../../store/draft-session';
import type {DraftStore} from '../../store/draft-store';
import type {Confirmation} from '../../store/replay-confirmations';
import {type CodeDocument, createCodeDocument} from './code-document';
import {createEditorExtensions} from './editor-extensions';
import {createKnowledge} from './editor-knowledge';
import {foldAround, toPlace} from './go-to-place';
import {renderIssue} from './render-issue';
import {toBodyPointer, toDiagnostics} from './to-diagnostics';

export type EditFace = 'text' | 'changes' | 'headers';

/** What the editor's components share besides the draft itself. It lives as long as the draft. */
export interface EditController {
  readonly drafts: DraftStore;
  readonly session: DraftSession;
  readonly document: CodeDocument;
  readonly face: Signal<EditFace>;
  /** Is the text laid out to read by, with whitespace that is not sent? */
  readonly laidOut: ReadonlySignal<boolean>;
  setLaidOut(on: boolean): void;
  /** Whether the plan of splitting the batch is shown. */
  readonly splitting: Signal<boolean>;
  startSplit(pace: SequencePace): void;
  /** What the user is asked before this draft is sent; null: nothing. */
  readonly asking: ReadonlySignal<readonly Confirmation[] | null>;
  /** Why nothing was sent, in a sentence; null: all is well. */
  readonly refusal: ReadonlySignal<string | null>;
  readonly sending: ReadonlySignal<boolean>;
  /** Sends, or asks first. */
  send(): void;
  /** The user said yes to what is asked. */
  confirm(): void;
  stopAsking(): void;
  /** Gives up waiting for what is being sent. */
  cancel(replayId: string): void;
  readonly fixes: DraftFixes;
  readonly headers: DraftHeaders;
  /** Tells the user of something that could not be done. */
  fail(error: unknown): void;
  /** Whose fixes are shown: of one issue, of all; null: none. */
  readonly fixing: Signal<Issue | 'all' | null>;
  applyFix(fix: DraftFix): void;
  /** Shows one event with all others folded away; null: the whole batch. */
  showEvent(event: number | null): void;
  /** Puts the cursor on a field of the body, or on what should hold it. */
  goTo(pointer: string): void;
  goToIssue(index: number): void;
}

export function createEditController(drafts: DraftStore, session: DraftSession): EditController {
  const asking = signal<readonly Confirmation[] | null>(null);
  const refusal = signal<string | null>(null);
  const face = signal<EditFace>('text');
  const fixing = signal<Issue | 'all' | null>(null);
  const fixes = drafts.fixesOf(session);
  const splitting = signal(false);
  const laidOut = signal(false);

  const fail = (error: unknown) => {
    refusal.value = error instanceof Error ? error.message : String(error);
  };
  /** What a yes to the open question does. */
  let confirm: (confirmed: readonly Confirmation[]) => void = () => undefined;

  const attempt = async (confirmed: readonly Confirmation[]) => {
    refusal.value = null;
    const result = await drafts.send(session, confirmed);
    if (result.state === 'impossible') refusal.value = result.reason;
    else if (result.state === 'ask') {
      asking.value = result.confirmations;
      confirm = send;
    } else if (result.state === 'sent') refusal.value = result.replay.trouble;
  };
  const split = (pace: SequencePace, confirmed: readonly Confirmation[] = []) => {
    refusal.value = null;
    const result = drafts.split.start(session, pace, confirmed);
    if (result.state === 'impossible') refusal.value = result.reason;
    if (result.state !== 'ask') return;
    asking.value = result.confirmations;
    confirm = (yes) => split(pace, yes);
  };
  const send = (confirmed: readonly Confirmation[] = []) => {
    asking.value = null;
    attempt(confirmed).catch(fail);
  };
  const applyFix = (fix: DraftFix) => {
    if (!fixes.apply(fix)) refusal.value = 'The text has changed meanwhile: look at the fix again.';
  };
  const render = (issue: Issue) => renderIssue(issue, fixes.of(issue), applyFix);
  const fixesAt = (position: number) => {
    const issue = findIssueAt(position);
    return issue ? fixes.of(issue) : [];
  };
  const findIssueAt = (position: number): Issue | null => {
    const {inspection} = session.flush();
    const marks = toDiagnostics(inspection, document.readSent(), render);
    const here = marks.find(
      ({from, to, issue}) => from <= position && position <= to && issue.fixes.length > 0,
    );
    return here?.issue ?? inspection.issues.find((issue) => issue.fixes.length > 0) ?? null;
  };
  const document = createCodeDocument(
    session.document.read(),
    createEditorExtensions({
      onSend: () => send(),
      onFix: (position) => {
        fixing.value = findIssueAt(position) ?? 'all';
      },
      onFixNow: (position) => {
        const [best] = fixesAt(position);
        if (best) applyFix(best);
      },
      onFailure: fail,
      knowledge: createKnowledge(drafts, session),
    }),
    () => {
      laidOut.value = document.laidOut;
      session.touch();
    },
  );
  session.attach(document);
  laidOut.value = document.laidOut;

  effect(() => {
    const {inspection} = session.checked.value;
    const marks = toDiagnostics(inspection, document.readSent(), render);
    document.dispatch(setDiagnostics(document.state, marks));
  });

  const select = (range: {from: number; to: number}) => {
    const effects = EditorView.scrollIntoView(range.from, {y: 'center'});
    document.dispatch({selection: {anchor: range.from, head: range.to}, effects});
    document.focus();
  };
  const goTo = (pointer: string) => {
    face.value = 'text';
    const range = toPlace(pointer, document.readSent());
    if (range) select(range);
  };

  return {
    drafts,
    session,
    document,
    face,
    laidOut,
    setLaidOut: document.setLaidOut,
    asking,
    refusal,
    sending: drafts.isSending(session),
    send: () => send(),
    confirm: () => {
      const confirmed = asking.peek();
      asking.value = null;
      if (confirmed) confirm(confirmed);
    },
    splitting,
    startSplit: (pace) => split(pace),
    headers: drafts.headersOf(session),
    fail,
    fixes,
    fixing,
    applyFix,
    stopAsking: () => {
      asking.value = null;
    },
    cancel: (replayId) => {
      drafts.replays.cancel(replayId).catch(fail);
    },
    showEvent: (event) => {
      session.event.value = event;
      foldAround(document, event === null ? null : session.flush().inspection.events[event]?.pointer);
    },
    goTo,
    goToIssue: (index) => {
      const {inspection} = session.flush();
      const issue = inspection.issues[index];
      if (!issue) return;
      face.value = 'text';
      const [mark] = toDiagnostics({...inspection, issues: [issue]}, document.readSent(), render);
      if (mark) select(mark);
      else goTo(toBodyPointer(issue, inspection));
    },
  };
}
