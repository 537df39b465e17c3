import './editor.css';
import {useSignal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import type {PanelStore} from '../../store/create-panel-store';
import type {DraftSession} from '../../store/draft/draft-session';
import {draftStoreOf} from '../../store/draft/draft-store-of';
import {formatCount} from '../format/format-count';
import {shorten} from '../format/shorten';
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
  const isOpening = useRef(false);
  const session = drafts.pasted.value;
  const resume = (chosen: DraftSession) => {
    drafts.resume(chosen);
    fresh.value = false;
  };
  if (session !== null && !fresh.value) {
    return (
      <div class="edit-new">
        <div class="edit-choices">
          <OtherDrafts drafts={drafts.unlisted.value} onChoose={resume} />
          <span class="edit-gap" />
          <button type="button" class="button" onClick={() => (fresh.value = true)}>
            Paste another
          </button>
        </div>
        <DraftPane edit={editControllerOf(drafts, session, store.notices)} key={session} />
      </div>
    );
  }
  const others = [...drafts.unlisted.value, ...(session === null ? [] : [session])];
  return (
    <div class="edit-new">
      {others.length > 0 && (
        <div class="edit-choices">
          <OtherDrafts drafts={others} onChoose={resume} />
        </div>
      )}
      <PasteForm
        text={next.value}
        onOpen={(pasted, chosen, rest) => {
          // A second press while credentials are stored would open a second draft, in place of whatever is shown then.
          if (isOpening.current) return;
          isOpening.current = true;
          next.value = rest;
          drafts
            .openPasted(pasted, chosen)
            .then(
              () => (fresh.value = false),
              (error: unknown) => store.notices.fail(error),
            )
            .finally(() => (isOpening.current = false));
        }}
      />
    </div>
  );
}

interface OtherDraftsProps {
  drafts: readonly DraftSession[];
  onChoose(session: DraftSession): void;
}

/** The drafts that no row of the list leads to, the last used one first. */
function OtherDrafts({drafts, onChoose}: OtherDraftsProps) {
  if (drafts.length === 0) return null;
  return (
    <fieldset class="edit-others">
      <legend class="hidden">Other drafts</legend>
      {drafts.toReversed().map((session) => (
        <button key={session} type="button" class="button" onClick={() => onChoose(session)}>
          Draft of {toDraftName(session)}
        </button>
      ))}
    </fieldset>
  );
}

function toDraftName(session: DraftSession): string {
  const {events} = session.checked.value.inspection;
  const name = events.find((event) => event.name !== null)?.name ?? null;
  // An address that is not an endpoint is not checked.
  if (name === null) return shorten(session.current.value.text.trim(), 40) || 'an empty body';
  return events.length > 1
    ? `${shorten(name, 60)} and ${formatCount(events.length - 1)} more`
    : shorten(name, 60);
}
