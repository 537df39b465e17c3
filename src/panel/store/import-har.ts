import type {CapturedRequest} from '../../domain/capture/captured-request';
import type {HarImport} from '../../domain/har/har-reader';
import {describeFaults} from '../../domain/har/read-har';
import {bytesOfBody} from '../../storage/log/request-rows';
import type {PanelStore} from './create-panel-store';
import {type HarSource, readHarFile} from './read-har-file';

/** How often progress is told, in milliseconds: often enough to see it move. */
const TOLD_EVERY_MS = 300;

/**
 * Puts the requests of a HAR file into the log of the tab, where they are judged like any other, and tells how many
 * there were and what was left out: what does not fit would push out what the page sent. Throws a `HarLogError` where the
 * file can't be read as a HAR log. While it takes time it says how far it is, and can be cancelled: then nothing of the
 * file stays.
 */
export async function importHar(store: PanelStore, file: HarSource, newId: () => string): Promise<void> {
  const {dependencies, settings, list, notices} = store;
  const {tabId, log} = dependencies;
  const {name} = file;
  const steps = createSteps(store);
  const context = {settings: settings.value.peek(), tabId, newId};
  const found = await readHarFile(file, context, {
    onProgress: (share) => steps.pass(`Reading ${name}: ${Math.floor(share * 100)} %.`),
  }).catch(steps.endIfCancelled);
  if (found === null) return;
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
    if (index % 50 !== 49) continue;
    const isOver = await steps
      .pass(`Importing: ${index + 1} of ${requests.length} requests.`)
      .catch(steps.endIfCancelled);
    if (isOver === null) return log.remove(requests.slice(0, index + 1).map(({id}) => id));
  }
  notices.tell(toSentence(found, {fitting: requests.length, refused}));
}

/** Somebody asked to stop. */
class CancelledError extends Error {
  override name = 'CancelledError';
}

/** Tells how far it is, with a way to cancel, and lets the browser paint. */
function createSteps({notices, now, pause}: Pick<PanelStore, 'notices' | 'now' | 'pause'>) {
  let isCancelled = false;
  let told = now();
  const cancel = {
    title: 'Cancel',
    follow() {
      isCancelled = true;
    },
  };
  return {
    /** Rejects once somebody has cancelled. */
    async pass(text: string): Promise<void> {
      if (isCancelled) throw new CancelledError();
      if (now() - told < TOLD_EVERY_MS) return;
      told = now();
      notices.tell(text, cancel);
      await pause();
      if (isCancelled) throw new CancelledError();
    },
    /** Null, and a word, where it was cancelled; what else went wrong goes on. */
    endIfCancelled(error: unknown): null {
      if (!(error instanceof CancelledError)) throw error;
      notices.tell('The import was cancelled. Nothing was added to the list.');
      return null;
    },
  };
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
