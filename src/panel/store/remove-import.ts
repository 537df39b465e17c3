import type {CapturedRequest} from '../../domain/capture/captured-request';
import {countOf} from '../../domain/verdict/format-count';
import {createRecordId} from '../../storage/log/create-record-id';
import type {PanelStore} from './create-panel-store';
import {describeRest, putAll} from './put-imported';
import {createSteps, trackImport} from './track-import';

/** Removes an import from the log, ends it if it is still running, and shows a notice with Undo. */
export async function removeImport(store: PanelStore, id: string, newId = createRecordId): Promise<void> {
  const {list, notices, importing, selection, dependencies} = store;
  const {log} = dependencies;
  const listed = list.entries.peek().filter(({imported}) => imported?.id === id);
  const file = listed[0]?.imported?.file ?? '';
  try {
    // The last records that were written are not listed yet.
    const underWay = [...importing].filter((one) => one.id === id);
    const written = await Promise.all(underWay.map(({stop}) => stop('removed')));
    const ids = [...new Set([...listed.map((entry) => entry.id), ...written.flat()])];
    const records = await log.get(ids);
    // The selection is cleared before they are removed: records that the user removed are not reported as dropped.
    if (ids.includes(selection.selected.peek()?.id ?? '')) selection.clear();
    await log.remove(ids);
    // It was removed a moment ago: that message, with its Undo, stays.
    if (records.length === 0) return;
    let isUndone = false;
    notices.tell(`Removed the import ${file} (${countOf(records.length, 'request')}).`, {
      title: 'Undo',
      follow() {
        // A second time would list each request twice.
        if (isUndone) return;
        isUndone = true;
        void putBack(store, records, newId).catch(notices.fail);
      },
    });
  } catch (error) {
    notices.fail(error);
  }
}

/** A removed ID is never used again, so each record gets a new one, and its draft and replays then refer to that ID. */
async function putBack(
  store: PanelStore,
  records: readonly CapturedRequest[],
  newId: () => string,
): Promise<void> {
  const {list, notices, dependencies} = store;
  const {log} = dependencies;
  const {id = '', file = ''} = records[0]?.imported ?? {};
  const again = new Map(records.map((former) => [former.id, {...former, id: newId()}]));
  const {draftStoreOf} = await import('./draft/draft-store-of');
  notices.close();
  const steps = createSteps(store);
  await trackImport(store, {id, steps}, async () => {
    const refused = await putAll([...again.values()], steps);
    for (const [formerId, record] of again) draftStoreOf(store).renew(formerId, record);
    for (const {id, head} of list.entries.peek()) {
      const sourceId = again.get(head.replay?.sourceId ?? '')?.id;
      if (sourceId === undefined) continue;
      await log.update(id, (replay) =>
        replay.replay ? {...replay, replay: {...replay.replay, sourceId}} : null,
      );
    }
    const count = countOf(records.length - refused, 'request');
    const listed = `The import ${file} is listed again (${count})`;
    notices.tell(`${[listed, ...describeRest({beyond: 0, refused})].join('; ')}.`);
  });
}
