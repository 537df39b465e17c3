import type {CapturedRequest} from '../../domain/capture/captured-request';
import {countOf} from '../../domain/verdict/format-count';
import type {PanelStore} from './create-panel-store';

/** Removes an import from the log and shows a notice with Undo. */
export async function removeImport(store: PanelStore, id: string, newId: () => string): Promise<void> {
  const {list, notices, dependencies} = store;
  const listed = list.entries.peek().filter(({imported}) => imported?.id === id);
  const file = listed[0]?.imported?.file ?? '';
  try {
    const records = await dependencies.log.get(listed.map((entry) => entry.id));
    await store.removeImport(id);
    notices.tell(`Removed the import ${file} (${countOf(records.length, 'request')}).`, {
      title: 'Undo',
      follow: () => void restore().catch(notices.fail),
    });
    async function restore(): Promise<void> {
      notices.close();
      await putBack(store, records, newId);
      notices.tell(`The import ${file} is listed again (${countOf(records.length, 'request')}).`);
    }
  } catch (error) {
    notices.fail(error);
  }
}

/** A removed ID is never used again, so each record gets a new one, and its draft and its replays refer to that. */
async function putBack(
  store: PanelStore,
  records: readonly CapturedRequest[],
  newId: () => string,
): Promise<void> {
  const {list, dependencies} = store;
  const {log} = dependencies;
  const ids = new Map(records.map(({id}) => [id, newId()]));
  const {draftStoreOf} = await import('./draft/draft-store-of');
  for (const former of records) {
    const record = {...former, id: ids.get(former.id) ?? newId()};
    await log.put(record);
    draftStoreOf(store).renew(former.id, record);
  }
  for (const {id, head} of list.entries.peek()) {
    const sourceId = ids.get(head.replay?.sourceId ?? '');
    if (sourceId === undefined) continue;
    await log.update(id, (replay) =>
      replay.replay ? {...replay, replay: {...replay.replay, sourceId}} : null,
    );
  }
}
