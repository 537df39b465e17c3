import './editor.css';
import {useEffect, useRef} from 'preact/hooks';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {PanelStore} from '../../store/create-panel-store';
import type {PendingEdit} from '../../store/detail/create-tabs';
import {draftStoreOf} from '../../store/draft/draft-store-of';
import type {EditController} from './controller/create-edit-controller';
import {editControllerOf} from './controller/edit-controller-of';
import {DraftPane} from './DraftPane';

export interface EditPaneProps {
  store: Pick<PanelStore, 'dependencies' | 'list' | 'ask' | 'tabs' | 'selection' | 'notices'>;
  request: CapturedRequest;
}

/** Corrects a captured request and sends it again. Loaded when it is first opened, together with the code editor. */
export function EditPane({store, request}: EditPaneProps) {
  const drafts = draftStoreOf(store);
  const session = drafts.open(request);
  const edit = editControllerOf(drafts, session, store.notices);
  useEffect(() => session.update(request), [session, request]);
  usePendingEdit(store, edit, request.id);
  return <DraftPane edit={edit} key={session} />;
}

/** The user came from an issue or an event: go there. */
function usePendingEdit(
  {tabs, selection}: EditPaneProps['store'],
  edit: EditController,
  requestId: string,
): void {
  const selected = selection.selected.value;
  const event = selected?.id === requestId ? selected.event : null;
  const followed = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    followed.current = follow(edit, event);
  }, [edit, event]);
  // After the other effect, so that the requested field takes precedence.
  const pending = tabs.pendingEdit.value;
  useEffect(() => {
    if (pending?.requestId !== requestId) return;
    tabs.takePendingEdit();
    followed.current.then(() => fulfil(edit, pending));
  }, [pending, tabs, edit, requestId]);
}

async function follow(edit: EditController, event: number | null): Promise<void> {
  const {inspection} = await edit.session.whenChecked();
  if (inspection.events.length > 1) await edit.showEvent(event);
}

async function fulfil(edit: EditController, pending: PendingEdit): Promise<void> {
  if (pending.event !== null) await edit.showEvent(pending.event);
  const {issues, events} = (await edit.session.whenChecked()).inspection;
  const event = pending.event === null ? undefined : events[pending.event];
  edit.goTo((event?.pointer ?? '') + pending.pointer);
  const {fix} = pending;
  if (fix === null) return;
  // Splitting creates several requests, and has its own plan.
  if (fix === 'split-batch') {
    edit.splitting.value = true;
    return;
  }
  edit.fixing.value =
    issues.find(
      (issue) =>
        issue.event === pending.event && issue.pointer === pending.pointer && issue.fixes.includes(fix),
    ) ?? 'all';
}
