import {type HarImport, importHarFile} from '../../domain/har/import-har';
import {describeFaults} from '../../domain/har/read-har';
import type {PanelStore} from './create-panel-store';

export interface ImportedFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Puts the requests of a HAR file into the log of the tab, where they are judged like any other, and tells how many
 * there were and what was left out. Throws a `HarLogError` where the file can't be read as a HAR log.
 */
export async function importHar(
  {dependencies, settings, notices, pause}: PanelStore,
  {name, bytes}: ImportedFile,
  newId: () => string,
): Promise<void> {
  const {tabId, log} = dependencies;
  const found = importHarFile(bytes, {settings: settings.value.peek(), tabId, newId});
  const {requests} = found;
  const imported = {id: newId(), file: name};
  for (const [index, request] of requests.entries()) {
    await log.put({...request, imported});
    if (index % 50 === 49) {
      notices.tell(`Importing: ${index + 1} of ${requests.length} requests.`);
      await pause();
    }
  }
  notices.tell(toSentence(found));
}

function toSentence({requests: {length: count}, others, faults, pairs, apart}: HarImport): string {
  const imported = count === 1 ? 'Imported 1 request' : `Imported ${count} requests`;
  const left = [
    ...(others > 0 ? [`${others} to other addresses left out`] : []),
    ...describeFaults(faults),
    ...(pairs > 0 ? [`${pairs} seen by a page and its service worker counted once`] : []),
    ...(apart > 0 ? [`the body of ${apart} is in another file, which is not included`] : []),
  ];
  const sentence = [imported, ...left].join('; ');
  if (count > 0) return `${sentence}. Credentials are not imported.`;
  return others > 0 ? `${sentence}. You can add endpoints in the settings.` : `${sentence}.`;
}
