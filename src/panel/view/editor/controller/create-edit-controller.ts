import {type ReadonlySignal, type Signal, signal} from '@preact/signals';
import type {Issue} from '../../../../domain/verdict/issue';
import type {Notices} from '../../../store/create-notices';
import type {DraftFix, DraftFixes} from '../../../store/draft/draft-fixes';
import type {DraftHeaders} from '../../../store/draft/draft-headers';
import type {DraftSession} from '../../../store/draft/draft-session';
import type {DraftStore} from '../../../store/draft/draft-store';
import {countOf, formatCount} from '../../format/format-count';
import {type CodeDocument, createCodeDocument} from '../code/code-document';
import {createEditorExtensions} from '../code/editor-extensions';
import {changeMarks, type ShownChange} from '../code/marks/change-marks';
import {createIssueMarks} from '../code/marks/create-issue-marks';
import {createSender, type Sender} from '../send/create-sender';
import {createDialogs, type Dialogs} from './create-dialogs';
import {createIssueCommands} from './create-issue-commands';
import {createPlaces, type Places} from './create-places';

export type EditFace = 'text' | 'changes' | 'headers';

/** The state that the editor's components share besides the draft itself. It lives as long as the draft. */
export interface EditController extends Sender, Places, Dialogs {
  readonly drafts: DraftStore;
  readonly session: DraftSession;
  readonly document: CodeDocument;
  readonly face: Signal<EditFace>;
  /** Whether the text is pretty-printed, with whitespace that is not sent. */
  readonly laidOut: ReadonlySignal<boolean>;
  readonly fixes: DraftFixes;
  readonly headers: DraftHeaders;
  applyFix(fix: DraftFix): void;
  /** Closes the search of the editor; null if it is not open. */
  readonly closeSearch: ReadonlySignal<(() => void) | null>;
  /** The message of an issue, with its place in the lines of the editor. */
  tell(issue: Issue): string;
}

/**
 * A fix with more edits is made in parts, so that it does not block the panel for long. It is shown sooner if the marks
 * are removed and return with the next check, instead of being moved with each edit.
 */
const MANY_EDITS = 100;

export function createEditController(
  drafts: DraftStore,
  session: DraftSession,
  notices: Pick<Notices, 'tell' | 'close'>,
): EditController {
  const sender = createSender(drafts, session);
  const face = signal<EditFace>('text');
  const fixes = drafts.fixesOf(session);
  const headers = drafts.headersOf(session);

  const dialogs = createDialogs();
  const showText = () => {
    face.value = 'text';
  };
  // Otherwise they would cover the response.
  const send = () => {
    dialogs.closeDialogs();
    // A credential that was entered just now is not stored yet.
    headers.whenSet().then(sender.send, sender.fail);
  };
  const tellIfStale = (made: boolean) => {
    if (!made) sender.fail('The text has changed. Check the fix again.');
  };
  const applyFix = (fix: DraftFix) => {
    // The change is visible in the text and in the list of changes, but not in the headers.
    if (face.peek() === 'headers') showText();
    if (fix.edits.length <= MANY_EDITS) return tellIfStale(fixes.apply(fix));
    marks.clear();
    fixes.applySoon(fix, tellIfStale);
  };
  // The key bindings are created before the document that they use.
  const commands = createIssueCommands({
    session,
    notices,
    dialogs,
    fixes,
    applyFix,
    edit: () => ({document, marks}),
  });
  const keys = {onSend: send, ...commands, onFailure: sender.fail};
  const {document, ...shown} = openDocument(drafts, session, notices, keys);
  const marks = createIssueMarks({session, document, fixes, applyFix});

  return {
    ...sender,
    ...dialogs,
    send,
    drafts,
    session,
    document,
    ...shown,
    face,
    headers,
    fixes,
    applyFix,
    tell: marks.tell,
    ...createPlaces({session, document, marks, showText}),
  };
}

type Keys = Omit<Parameters<typeof createEditorExtensions>[0], 'onSearch' | 'loadAssistance'>;

/** The draft's text in the editor, which reports each change to the draft. */
function openDocument(
  drafts: DraftStore,
  session: DraftSession,
  notices: Pick<Notices, 'tell' | 'close'>,
  keys: Keys,
) {
  const laidOut = signal(false);
  const closeSearch = signal<(() => void) | null>(null);
  const onSearch = (close: (() => void) | null) => {
    closeSearch.value = close;
  };
  const loadAssistance = async () => (await import('../code/assistance')).createAssistance(drafts, session);
  const document = createCodeDocument(
    session.document.read(),
    [
      changeMarks((change) => tellElsewhere(change, notices)),
      createEditorExtensions({...keys, onSearch, loadAssistance}),
    ],
    () => {
      laidOut.value = document.laidOut;
      session.touch();
    },
  );
  session.attach(document);
  laidOut.value = document.laidOut;
  return {document, laidOut, closeSearch};
}

/** Most changes of a command may not be visible: reports them, with a link to the next one. */
function tellElsewhere(change: ShownChange, {tell, close}: Pick<Notices, 'tell' | 'close'>): void {
  const {places, elsewhere, showNext} = change;
  const text = `Changed ${countOf(places, 'place')}, ${formatCount(elsewhere)} not visible.`;
  if (elsewhere === 0) close();
  else tell(text, {title: 'Show next', follow: showNext});
}
