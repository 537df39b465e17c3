import {createRecordId} from '../../../storage/log/create-record-id';
import type {PanelStore} from '../create-panel-store';
import {draftStoreOf} from '../draft/draft-store-of';
import {createResendStore, type ResendStore} from './resend-store';

export type ResendingPanel = Pick<PanelStore, 'dependencies' | 'list' | 'ask' | 'notices' | 'pause'>;

/** One per panel, created when requests are first to be resent: a sequence continues while its pane is closed. */
const stores = new WeakMap<object, ResendStore>();

export function resendStoreOf(panel: ResendingPanel): ResendStore {
  const made =
    stores.get(panel) ??
    createResendStore({
      ...panel.dependencies,
      newId: createRecordId,
      pause: panel.pause,
      drafts: draftStoreOf(panel),
      look: (id, all) => {
        const entry = panel.list.get(id);
        const sourceId = entry?.head.replay?.sourceId ?? null;
        return (
          entry && {
            events: entry.events.length,
            decoded: entry.decoded,
            isRepeated: sourceId !== null && all.has(sourceId),
          }
        );
      },
      onFailure: panel.notices.fail,
    });
  stores.set(panel, made);
  return made;
}
