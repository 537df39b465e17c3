import type {CapturedRequest} from '../../../domain/capture/captured-request';
import type {PanelStore} from '../../store/create-panel-store';
import type {ReopenedDraft} from '../../store/draft/draft-store';
import {draftStoreOf} from '../../store/draft/draft-store-of';

/** Loads a past replay into the draft of its source and shows it. Rejects if the replay is no longer in the log. */
export async function reopenReplay(
  store: Pick<PanelStore, 'dependencies' | 'list' | 'ask' | 'tabs'>,
  replayId: string,
  source: CapturedRequest,
): Promise<ReopenedDraft> {
  const drafts = draftStoreOf(store);
  const replay = await drafts.read(replayId);
  if (replay === null) throw new Error('This replay is no longer in the log.');
  store.tabs.show('edit');
  return drafts.reopen(replay, source);
}
