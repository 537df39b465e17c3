import {EditorView} from '@codemirror/view';
import {type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {Issue} from '../../../domain/verdict/issue';
import type {Notices} from '../../store/create-notices';
import type {DraftFix, DraftFixes} from '../../store/draft/draft-fixes';
import type {DraftHeaders} from '../../store/draft/draft-headers';
import type {DraftSession} from '../../store/draft/draft-session';
import type {DraftStore} from '../../store/draft/draft-store';
import {countOf, formatCount} from '../format/format-count';
import {type CodeDocument, createCodeDocument} from './code/code-document';
import {createEditorExtensions} from './code/editor-extensions';
import {findValueAt, foldAround, toPlace} from './code/go-to-place';
import {changeMarks, type ShownChange} from './code/marks/change-marks';
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
  /** Closes the fixes and the plan of splitting, which lie over what is shown. */
  closeDialogs(): void;
  /** Closes the search of the editor; null: it is not open. */
  readonly closeSearch: ReadonlySignal<(() => void) | null>;
  /** What an issue says, with its place by the editor's lines. */
  tell(issue: Issue): string;
  /** Shows one event with all others folded away; null: the whole batch. */
  showEvent(event: number | null): Promise<void>;
  /** The event that is shown alone, or that the cursor is in; null: none. */
  eventHere(): number | null;
  /** Puts the cursor on a field of the body, or on what should hold it. */
  goTo(pointer: string): void;
  goToIssue(index: number): Promise<void>;
}

/** From so many on, a fix is shown sooner if the marks come back with the check and are not moved along. */
const MANY_EDITS = 100;

export function createEditController(
  drafts: DraftStore,
  session: DraftSession,
  notices: Pick<Notices, 'tell' | 'close'>,
): EditController {
  const sender = createSender(drafts, session);
  const face = signal<EditFace>('text');
  const fixing = signal<Issue | 'all' | null>(null);
  const fixes = drafts.fixesOf(session);
  const laidOut = signal(false);
  const closeSearch = signal<(() => void) | null>(null);

  const splitting = signal(false);
  const closeDialogs = () => {
    fixing.value = null;
    splitting.value = false;
  };
  // The answer is not to come up behind them.
  const send = () => {
    closeDialogs();
    sender.send();
  };
  const applyFix = (fix: DraftFix) => {
    // The change shows in the text, or among all changes.
    if (face.peek() === 'headers') face.value = 'text';
    if (fix.edits.length > MANY_EDITS) marks.clear();
    if (!fixes.apply(fix)) sender.fail('The text has changed. Check the fix again.');
  };
  const document = createCodeDocument(
    session.document.read(),
    [
      changeMarks((change) => tellElsewhere(change, notices)),
      createEditorExtensions({
        onSend: send,
        // The cursor stands where the key before has put it, which waited as well.
        onFix: async () => {
          await session.whenChecked();
          const here = marks.fixableAt(document.state.selection.main.head);
          fixing.value = here.state === 'found' ? here.mark.issue : 'all';
        },
        onFixNow: async () => {
          await session.whenChecked();
          const here = marks.fixableAt(document.state.selection.main.head);
          if (here.state !== 'found') return notices.tell(whyNoFix[here.state]);
          const [best] = fixes.of(here.mark.issue);
          if (best) applyFix(best);
        },
        onNextIssue: async (direction) => {
          await session.whenChecked();
          const mark = marks.next(direction);
          if (!mark) return notices.tell('This draft has no errors or warnings.');
          select(mark);
          document.explain(mark);
        },
        onSearch: (close) => {
          closeSearch.value = close;
        },
        onFailure: sender.fail,
        loadAssistance: async () => (await import('./code/assistance')).createAssistance(drafts, session),
      }),
    ],
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
    send,
    drafts,
    session,
    document,
    face,
    laidOut,
    setLaidOut: document.setLaidOut,
    splitting,
    headers: drafts.headersOf(session),
    fixes,
    fixing,
    applyFix,
    closeDialogs,
    closeSearch,
    tell: marks.tell,
    async showEvent(event) {
      session.event.value = event;
      const {inspection} = await session.whenChecked();
      if (session.event.peek() !== event) return;
      foldAround(document, event === null ? null : inspection.events[event]?.pointer);
    },
    eventHere() {
      const shown = session.event.peek();
      if (shown !== null) return shown;
      const {events} = session.checked.peek().inspection;
      const pointers = events.map(({pointer}) => pointer);
      const found = findValueAt(pointers, document.state.selection.main.head, document.readSent());
      return events[found]?.index ?? null;
    },
    goTo,
    async goToIssue(index) {
      const {inspection} = await session.whenChecked();
      const issue = inspection.issues[index];
      if (!issue) return;
      face.value = 'text';
      const mark = marks.find(issue);
      if (mark) select(mark);
      else goTo(toBodyPointer(issue, inspection));
    },
  };
}

const whyNoFix = {
  none: 'No issue under the cursor. F8 goes to the next error or warning.',
  'not-fixable': 'The issue under the cursor does not have a quick fix.',
  several: 'This line has several issues. Put the cursor on the one to fix.',
} as const;

/** Most of what one command changes may be out of sight: says so, and leads there. */
function tellElsewhere(change: ShownChange, {tell, close}: Pick<Notices, 'tell' | 'close'>): void {
  const {places, elsewhere, showNext} = change;
  const text = `Changed ${countOf(places, 'place')}, ${formatCount(elsewhere)} not visible.`;
  if (elsewhere === 0) close();
  else tell(text, {title: 'Show next', follow: showNext});
}
