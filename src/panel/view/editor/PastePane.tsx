import './editor.css';
import {useSignal} from '@preact/signals';
import type {PanelStore} from '../../store/create-panel-store';
import {draftStoreOf} from '../../store/draft/draft-store-of';
import {editControllerOf} from './controller/edit-controller-of';
import {DraftPane} from './DraftPane';
import {PasteForm} from './PasteForm';

export interface PastePaneProps {
  store: Pick<PanelStore, 'dependencies' | 'list' | 'ask' | 'notices'>;
  /** The text that was already pasted. */
  text: string;
}

/** A draft of a pasted request, without a captured one; an unfinished draft is kept. */
export function PastePane({store, text}: PastePaneProps) {
  const drafts = draftStoreOf(store);
  const fresh = useSignal(text !== '');
  const next = useSignal(text);
  const session = drafts.pasted.value;
  if (session !== null && !fresh.value) {
    return (
      <div class="edit-new">
        <div class="edit-choices">
          <span class="edit-gap" />
          <button type="button" class="button" onClick={() => (fresh.value = true)}>
            Paste another
          </button>
        </div>
        <DraftPane edit={editControllerOf(drafts, session, store.notices)} key={session} />
      </div>
    );
  }
  return (
    <PasteForm
      text={next.value}
      onOpen={(pasted, chosen, rest) => {
        next.value = rest;
        drafts.openPasted(pasted, chosen).then(
          () => (fresh.value = false),
          (error: unknown) => store.notices.fail(error),
        );
      }}
    />
  );
}
