import './editor.css';
import {useEffect, useRef} from 'preact/hooks';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {PanelStore} from '../../store/create-panel-store';
import type {EditWish} from '../../store/detail/create-tabs';
import {draftStoreOf} from '../../store/draft/draft-store-of';
import type {EditController} from './create-edit-controller';
import {DraftPane} from './DraftPane';
import {editControllerOf} from './edit-controller-of';

export interface EditPaneProps {
  store: Pick<PanelStore, 'dependencies' | 'list' | 'ask' | 'tabs' | 'selection' | 'notices'>;
  request: CapturedRequest;
}

/** Corrects a captured request and sends it again. Loaded when it is first opened: the code editor comes with it. */
export function EditPane({store, request}: EditPaneProps) {
  const drafts = draftStoreOf(store);
  const session = drafts.open(request);
  const edit = editControllerOf(drafts, session, store.notices);
  useEffect(() => session.update(request), [session, request]);
  useWish(store, edit, request.id);
  return <DraftPane edit={edit} />;
}

/** Somebody came here from an issue or an event: go there. */
function useWish({tabs, selection}: EditPaneProps['store'], edit: EditController, requestId: string): void {
  const selected = selection.selected.value;
  const event = selected?.id === requestId ? selected.event : null;
  const followed = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    followed.current = follow(edit, event);
  }, [edit, event]);
  // Behind the other effect: the field that was asked for is the last word.
  const wish = tabs.editWish.value;
  useEffect(() => {
    if (wish?.requestId !== requestId) return;
    tabs.takeEditWish();
    followed.current.then(() => fulfil(edit, wish));
  }, [wish, tabs, edit, requestId]);
}

async function follow(edit: EditController, event: number | null): Promise<void> {
  const {inspection} = await edit.session.whenChecked();
  if (inspection.events.length > 1) await edit.showEvent(event);
}

async function fulfil(edit: EditController, wish: EditWish): Promise<void> {
  if (wish.event !== null) await edit.showEvent(wish.event);
  const {issues, events} = (await edit.session.whenChecked()).inspection;
  const event = wish.event === null ? undefined : events[wish.event];
  edit.goTo((event?.pointer ?? '') + wish.pointer);
  const {fix} = wish;
  if (fix === null) return;
  edit.fixing.value =
    issues.find(
      (issue) => issue.event === wish.event && issue.pointer === wish.pointer && issue.fixes.includes(fix),
    ) ?? 'all';
}
