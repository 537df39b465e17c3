import type {Notices} from '../../../store/create-notices';
import type {DraftSession} from '../../../store/draft/draft-session';
import type {DraftStore} from '../../../store/draft/draft-store';
import {createEditController, type EditController} from './create-edit-controller';

/** One controller per draft: the editor's text, undo history and open questions are kept when the tab changes. */
const controllers = new WeakMap<DraftSession, EditController>();

export function editControllerOf(
  drafts: DraftStore,
  session: DraftSession,
  notices: Pick<Notices, 'tell' | 'close'>,
): EditController {
  const controller = controllers.get(session) ?? createEditController(drafts, session, notices);
  controllers.set(session, controller);
  return controller;
}
