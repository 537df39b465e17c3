import {EditorView} from '@codemirror/view';
import {type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {Issue} from '../../../domain/verdict/issue';
import type {DraftFix, DraftFixes} from '../../store/draft/draft-fixes';
import type {DraftHeaders} from '../../store/draft/draft-headers';
import type {DraftSession} from '../../store/draft/draft-session';
import type {DraftStore} from '../../store/draft/draft-store';
import {type CodeDocument, createCodeDocument} from './code/code-document';
import {createEditorExtensions} from './code/editor-extensions';
import {createKnowledge} from './code/editor-knowledge';
import {foldAround, toPlace} from './code/go-to-place';
import {createIssueMarks} from './code/marks/create-issue-marks';
import {toBodyPointer} from './code/marks/to-diagnostics';
import {createSender, type Sender} from './send/create-sender';

export type EditFace = 'text' | 'changes' | 'headers';

/** What the editor's components share besides the draft itself. It lives as long as the draft. */
export interface EditController extends Sender {
  readonly drafts: DraftStore;
  readonly session: DraftSession;
  readonly document: CodeDocument;
  readonly face: Signal<EditFace>;
  /** Is the text laid out to read by, with whitespace that is not sent? */
  readonly laidOut: ReadonlySignal<boolean>;
  setLaidOut(on: boolean): void;
  /** Whether the plan of splitting the batch is shown. */
  readonly splitting: Signal<boolean>;
  readonly fixes: DraftFixes;
  readonly headers: DraftHeaders;
  /** Whose fixes are shown: of one issue, of all; null: none. */
  readonly fixing: Signal<Issue | 'all' | null>;
  applyFix(fix: DraftFix): void;
  /** What an issue says, with its place by the editor's lines. */
  tell(issue: Issue): string;
  /** Shows one event with all others folded away; null: the whole batch. */
  showEvent(event: number | null): void;
  /** Puts the cursor on a field of the body, or on what should hold it. */
  goTo(pointer: string): void;
  goToIssue(index: number): void;
}

export function createEditController(drafts: DraftStore, session: DraftSession): EditController {
  const sender = createSender(drafts, session);
  const face = signal<EditFace>('text');
  const fixing = signal<Issue | 'all' | null>(null);
  const fixes = drafts.fixesOf(session);
  const laidOut = signal(false);

  const applyFix = (fix: DraftFix) => {
    if (!fixes.apply(fix)) sender.fail('The text has changed meanwhile: look at the fix again.');
  };
  const document = createCodeDocument(
    session.document.read(),
    createEditorExtensions({
      onSend: sender.send,
      onFix: (position) => {
        fixing.value = marks.fixableAt(position) ?? 'all';
      },
      onFixNow: (position) => {
        const issue = marks.fixableAt(position);
        const [best] = issue ? fixes.of(issue) : [];
        if (best) applyFix(best);
      },
      onFailure: sender.fail,
      knowledge: createKnowledge(drafts, session),
    }),
    () => {
      laidOut.value = document.laidOut;
      session.touch();
    },
  );
  session.attach(document);
  laidOut.value = document.laidOut;
  const marks = createIssueMarks({session, document, fixes, applyFix});

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
    ...sender,
    drafts,
    session,
    document,
    face,
    laidOut,
    setLaidOut: document.setLaidOut,
    splitting: signal(false),
    headers: drafts.headersOf(session),
    fixes,
    fixing,
    applyFix,
    tell: marks.tell,
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
      const mark = marks.find(issue);
      if (mark) select(mark);
      else goTo(toBodyPointer(issue, inspection));
    },
  };
}
