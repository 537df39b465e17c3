import {readTextFile} from '../../domain/decode/read-text-file';
import {readSession} from '../../domain/session-file/read-session';
import {countOf} from '../../domain/verdict/format-count';
import {createRecordId} from '../../storage/log/create-record-id';
import type {PanelStore} from './create-panel-store';
import {describeRest, importFile} from './put-imported';

/**
 * Adds a saved session to the list, as an import: requests, responses, pins and replays. If the file is not a session,
 * throws an error that says why.
 */
export async function openSession(
  store: PanelStore,
  file: Pick<File, 'name' | 'arrayBuffer'>,
  newId = createRecordId,
): Promise<void> {
  const {tabId} = store.dependencies;
  await importFile(store, {id: newId(), file: file.name}, async () => {
    const reading = readSession(await readTextFile(file), {tabId, newId});
    if (!reading.ok) throw new Error(reading.fault);
    const {records, refused: unread} = reading;
    return {
      requests: records,
      toSentence(put) {
        const opened = `Opened ${countOf(put.count, 'request')}`;
        const rest = [...describeRest(put), ...(unread > 0 ? [`${unread} could not be read`] : [])];
        return `${[opened, ...rest].join('; ')}. Saved sessions contain no credentials.`;
      },
    };
  });
}
