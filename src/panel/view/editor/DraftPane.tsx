import './editor.css';
import {useMemo} from 'preact/hooks';
import type {Draft} from '../../../domain/edit/draft';
import {hasMask, mayBeMasked} from '../../../domain/replay/find-mask';
import {toLeftOutNotes} from '../../store/draft/draft-selection';
import {useLayer} from '../keyboard/KeyboardScope';
import {CodeEditor} from './code/CodeEditor';
import {toMarkNotes} from './code/marks/to-mark-notes';
import type {EditController} from './controller/create-edit-controller';
import {EditToolbar} from './EditToolbar';
import {LazyFace} from './LazyFace';
import {AnswerBar} from './send/AnswerBar';
import {ConfirmBar} from './send/ConfirmBar';
import {SendBar} from './send/SendBar';
import {VerdictBar} from './VerdictBar';

/** A draft with its verdict, and everything needed to send it. */
export function DraftPane({edit}: {edit: EditController}) {
  useLayer('search', () => edit.closeSearch.peek()?.(), edit.closeSearch.value !== null);
  const onKeyDown = useMemo(() => toKeyHandler(edit), [edit]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcut works wherever the focus is in the pane
    <div class="edit" onKeyDown={onKeyDown}>
      <EditToolbar edit={edit} />
      <Notes edit={edit} />
      <div class="edit-face" onFocusIn={showWhole}>
        <Face edit={edit} />
        <OpenDialogs edit={edit} />
      </div>
      <VerdictBar edit={edit} />
      <ConfirmBar edit={edit} />
      <AnswerBar edit={edit} />
      <SendBar edit={edit} />
    </div>
  );
}

/** In a low panel most of it is not visible at first; otherwise it does not scroll. */
function showWhole({currentTarget}: {currentTarget: HTMLElement}): void {
  currentTarget.scrollIntoView({block: 'nearest'});
}

const loadChanges = () => import('./ChangesView').then(({ChangesView}) => ChangesView);
const loadHeaderPlan = () => import('./send/headers/HeaderPlan').then(({HeaderPlan}) => HeaderPlan);
const loadFixes = () => import('./FixPanel').then(({FixPanel}) => FixPanel);
const loadSplit = () => import('./SplitPanel').then(({SplitPanel}) => SplitPanel);

/** Most drafts are sent without them. The fixes contain the texts of all rules. */
function OpenDialogs({edit}: {edit: EditController}) {
  return (
    <>
      {edit.fixing.value !== null && <LazyFace edit={edit} what="the fixes" load={loadFixes} />}
      {edit.splitting.value && <LazyFace edit={edit} what="the parts" load={loadSplit} />}
    </>
  );
}

function Face({edit}: {edit: EditController}) {
  switch (edit.face.value) {
    case 'text':
      return <CodeEditor document={edit.document} />;
    case 'changes':
      return <LazyFace key="changes" edit={edit} what="the changes" load={loadChanges} />;
    case 'headers':
      return <LazyFace key="headers" edit={edit} what="the headers" load={loadHeaderPlan} />;
  }
}

/** Notes about the bytes for the user before editing them. */
function Notes({edit}: {edit: EditController}) {
  const {draft} = edit.session.current.value;
  const mark = edit.session.testMark.value;
  const {targets} = edit.drafts.settings.value.value.replay;
  const source = edit.session.source.value;
  const text = draft.text ?? '';
  // Searched at each key only if it was there at first: a large text takes as long as a frame.
  const wasMasked = useMemo(() => mayBeMasked(source) && hasMask(text), [edit, source]);
  const isMasked = wasMasked && hasMask(text);
  const notes = [
    ...toOriginalNotes(draft.original),
    ...(isMasked ? [whatIsMasked] : []),
    ...draft.warnings,
    ...toMarkNotes(mark, targets),
    ...toLeftOutNotes(edit.session.choices.value.selection, edit.session.checked.value.inspection),
  ];
  if (notes.length === 0) return null;
  return (
    <ul class="edit-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

const whatIsMasked = 'If MASKED stands for a credential, enter that before sending.';

function toOriginalNotes(original: Draft['original']): string[] {
  switch (original.state) {
    case 'exact':
      return [];
    case 're-encoded':
      return [original.reason];
    case 'unavailable':
      return [`${original.reason} You can type or paste a new body.`];
  }
}

function toKeyHandler(edit: EditController) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    edit.send();
  };
}
