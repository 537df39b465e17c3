import './editor.css';
import {useEffect} from 'preact/hooks';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {PanelStore} from '../../store/create-panel-store';
import {draftStoreOf} from '../../store/draft/draft-store-of';
import type {EditController} from './create-edit-controller';
import {DraftPane} from './DraftPane';
import {editControllerOf} from './edit-controller-of';

export interface EditPaneProps {
  store: Pick<PanelStore, 'dependencies' | 'list' | 'tabs' | 'selection' | 'notices'>;
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
