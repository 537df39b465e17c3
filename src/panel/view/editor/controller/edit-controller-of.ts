import {effect} from '@preact/signals';
import type {Notices} from '../../../store/create-notices';
import type {DraftSession} from '../../../store/draft/draft-session';
import type {DraftStore} from '../../../store/draft/draft-store';
import {formatCount} from '../../format/format-count';
import {createEditController, type EditController} from './create-edit-controller';

/** One controller per draft: the editor's text, undo history and open questions are kept when the tab changes. */
const controllers = new WeakMap<DraftSession, EditController>();

export function editControllerOf(
  drafts: DraftStore,
  session: DraftSession,
  notices: Pick<Notices, 'tell' | 'close'>,
): EditController {
  const controller = controllers.get(session) ?? createEditController(drafts, session, notices);
  if (!controllers.has(session)) session.onClose(tellUnlisted(drafts, session, notices));
  controllers.set(session, controller);
  return controller;
}

/** Tells the user where an edited draft is when its row is removed. */
function tellUnlisted(
  {unlisted}: Pick<DraftStore, 'unlisted'>,
  session: DraftSession,
  notices: Pick<Notices, 'tell'>,
): () => void {
  let wasListed = true;
  return effect(() => {
    const isListed = session.source.value === null || !unlisted.value.includes(session);
    if (wasListed && !isListed) notices.tell(toUnlistedNote(unlisted.value));
    wasListed = isListed;
  });
}

function toUnlistedNote(unlisted: readonly DraftSession[]): string {
  const count = unlisted.filter(({source}) => source.value !== null).length;
  return count === 1
    ? 'An edited request is no longer in the log. Its draft is kept under New request.'
    : `${formatCount(count)} edited requests are no longer in the log. Their drafts are kept under New request.`;
}
