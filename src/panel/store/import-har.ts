import {readHarLog} from '../../domain/har/read-har-log';
import type {PanelStore} from './create-panel-store';

/**
 * Puts the requests of a HAR file into the log of the tab, where they are judged like any other, and tells how many
 * there were. Throws a `HarLogError` where the file is no HAR.
 */
export async function importHar(
  {dependencies, settings, notices, pause}: PanelStore,
  text: string,
  newId: () => string,
): Promise<void> {
  const {tabId, log} = dependencies;
  const {requests, others, unreadable} = readHarLog(text, {settings: settings.value.peek(), tabId, newId});
  for (const [index, request] of requests.entries()) {
    await log.put(request);
    if (index % 50 === 49) {
      notices.tell(`Importing: ${index + 1} of ${requests.length} requests.`);
      await pause();
    }
  }
  notices.tell(toSentence(requests.length, others, unreadable));
}

function toSentence(count: number, others: number, unreadable: number): string {
  const imported = count === 1 ? 'Imported 1 request' : `Imported ${count} requests`;
  const left = [
    ...(others > 0 ? [`${others} to other addresses left out`] : []),
    ...(unreadable > 0 ? [`${unreadable} could not be read`] : []),
  ];
  const sentence = [imported, ...left].join('; ');
  if (count > 0) return `${sentence}. Credentials are not imported.`;
  return `${sentence}. Endpoints of your own can be added in the settings.`;
}
