import type {CapturedRequest} from '../../domain/capture/captured-request';
import type {HarImport} from '../../domain/har/har-reader';
import {importHarFile} from '../../domain/har/import-har';
import {describeFaults} from '../../domain/har/read-har';
import {bytesOfBody} from '../../storage/log/request-rows';
import type {PanelStore} from './create-panel-store';

export interface ImportedFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Puts the requests of a HAR file into the log of the tab, where they are judged like any other, and tells how many
 * there were and what was left out: what does not fit would push out what the page sent. Throws a `HarLogError` where the
 * file can't be read as a HAR log.
 */
export async function importHar(
  {dependencies, settings, list, notices, pause}: PanelStore,
  {name, bytes}: ImportedFile,
  newId: () => string,
): Promise<void> {
  const {tabId, log} = dependencies;
  const found = importHarFile(bytes, {settings: settings.value.peek(), tabId, newId});
  const {capture} = settings.value.peek();
  const requests = takeFitting(found.requests, {
    ...capture,
    maxRequests: capture.maxRequests - list.entries.peek().length,
  });
  let refused = 0;
  const imported = {id: newId(), file: name};
  for (const [index, request] of requests.entries()) {
    // One that can't be stored costs itself only.
    await log.put({...request, imported}).catch(() => {
      refused += 1;
    });
    if (index % 50 === 49) {
      notices.tell(`Importing: ${index + 1} of ${requests.length} requests.`);
      await pause();
    }
  }
  notices.tell(toSentence(found, {fitting: requests.length, refused}));
}

/** The first ones, as many as the log of a tab has room for. */
function takeFitting(
  requests: readonly CapturedRequest[],
  {maxRequests, maxBytes}: {maxRequests: number; maxBytes: number},
): readonly CapturedRequest[] {
  let bytes = 0;
  const beyond = requests.findIndex(({body}, index) => {
    bytes += bytesOfBody(body);
    return index >= maxRequests || bytes > maxBytes;
  });
  return beyond === -1 ? requests : requests.slice(0, beyond);
}

function toSentence(found: HarImport, {fitting, refused}: {fitting: number; refused: number}): string {
  const {requests, others, faults, pairs, apart} = found;
  const count = fitting - refused;
  const beyond = requests.length - fitting;
  const imported = count === 1 ? 'Imported 1 request' : `Imported ${count} requests`;
  const left = [
    ...(beyond > 0
      ? [`${beyond} not imported: the limit of the tab is reached (see Capture in the settings)`]
      : []),
    ...(refused > 0 ? [`${refused} could not be saved`] : []),
    ...(others > 0 ? [`${others} to other addresses skipped`] : []),
    ...describeFaults(faults),
    ...(pairs > 0 ? [`${pairs} recorded for both a page and its service worker counted once`] : []),
    ...(apart > 0 ? [`the body of ${apart} is in another file, which is not included`] : []),
  ];
  const sentence = [imported, ...left].join('; ');
  if (count > 0) return `${sentence}. Credentials are not imported.`;
  return others > 0 ? `${sentence}. You can add endpoints in the settings.` : `${sentence}.`;
}
