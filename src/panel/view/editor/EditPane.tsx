import './editor.css';
import {useEffect, useMemo} from 'preact/hooks';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {Draft} from '../../../domain/edit/draft';
import type {PanelStore} from '../../store/create-panel-store';
import {draftStoreOf} from '../../store/draft-store-of';
import {AnswerBar} from './AnswerBar';
import {CodeEditor} from './CodeEditor';
import {ConfirmBar} from './ConfirmBar';
import type {EditController} from './create-edit-controller';
import {EditToolbar} from './EditToolbar';
import {editControllerOf} from './edit-controller-of';
import {FixPanel} from './FixPanel';
import {LazyChanges} from './LazyChanges';
import {SendAccount} from './SendAccount';
import {SendBar} from './SendBar';
import {SplitPanel} from './SplitPanel';
import {VerdictBar} from './VerdictBar';

export interface EditPaneProps {
  store: Pick<PanelStore, 'dependencies' | 'list' | 'tabs' | 'selection'>;
  request: CapturedRequest;
}

/** Corrects a captured request and sends it again. Loaded when it is first opened: the code editor comes with it. */
export function EditPane({store, request}: EditPaneProps) {
  const drafts = draftStoreOf(store);
  const session = drafts.open(request);
  const edit = editControllerOf(drafts, session);
  useEffect(() => session.update(request), [session, request]);
  useWish(store, edit, request.id);
  const onKeyDown = useMemo(() => toKeyHandler(edit), [edit]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcut works wherever the keyboard is in the pane
    <div class="edit" onKeyDown={onKeyDown}>
      <EditToolbar edit={edit} />
      <Notes edit={edit} />
      <div class="edit-face">
        <Face edit={edit} />
        <FixPanel edit={edit} />
        <SplitPanel edit={edit} />
      </div>
      <VerdictBar edit={edit} />
      <ConfirmBar edit={edit} />
      <AnswerBar edit={edit} />
      <SendBar edit={edit} />
    </div>
  );
}

function Face({edit}: {edit: EditController}) {
  switch (edit.face.value) {
    case 'text':
      return <CodeEditor document={edit.document} />;
    case 'changes':
      return <LazyChanges edit={edit} />;
    case 'headers':
      return <SendAccount edit={edit} />;
  }
}

/** What the user should know of the bytes before editing them. */
function Notes({edit}: {edit: EditController}) {
  const {draft} = edit.session.checked.value;
  const notes = [...toOriginalNotes(draft.original), ...draft.warnings];
  if (notes.length === 0) return null;
  return (
    <ul class="edit-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function toOriginalNotes(original: Draft['original']): string[] {
  switch (original.state) {
    case 'exact':
      return [];
    case 're-encoded':
      return [original.reason];
    case 'unavailable':
      return [`${original.reason} You can type or paste a body of your own.`];
  }
}

/** Somebody came here from an issue or an event: go there. */
function useWish({tabs, selection}: EditPaneProps['store'], edit: EditController, requestId: string): void {
  const selected = selection.selected.value;
  const event = selected?.id === requestId ? selected.event : null;
  useEffect(() => {
    const {events} = edit.session.checked.peek().inspection;
    if (events.length > 1) edit.showEvent(event);
  }, [edit, event]);
  // Behind the other effect: the field that was asked for is the last word.
  const wish = tabs.editWish.value;
  useEffect(() => {
    if (wish?.requestId !== requestId) return;
    tabs.takeEditWish();
    if (wish.event !== null) edit.showEvent(wish.event);
    const event = wish.event === null ? undefined : edit.session.flush().inspection.events[wish.event];
    edit.goTo((event?.pointer ?? '') + wish.pointer);
    const {fix} = wish;
    if (fix === null) return;
    const {issues} = edit.session.flush().inspection;
    edit.fixing.value =
      issues.find(
        (issue) => issue.event === wish.event && issue.pointer === wish.pointer && issue.fixes.includes(fix),
      ) ?? 'all';
  }, [wish, tabs, edit, requestId]);
}

function toKeyHandler(edit: EditController) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    edit.send();
  };
}
