import type {CapturedRequest, ImportSource} from '../../domain/capture/captured-request';
import {formatCount} from '../../domain/verdict/format-count';
import {bytesOfRequest} from '../../storage/log/request-rows';
import type {PanelStore} from './create-panel-store';

/** How often progress is shown, in milliseconds. */
const TOLD_EVERY_MS = 300;
/** Records that are handed to the log together; between two such parts an import can be cancelled. */
const AT_ONCE = 50;

/**
 * How many records of a file are in the log now, and how many are not, because of the limit or because they could not
 * be stored.
 */
export interface PutCount {
  count: number;
  beyond: number;
  refused: number;
}

/** Puts the records of a file into the log, as many as the limit allows; null if the user cancelled. */
export async function putImported(
  {dependencies: {log, tabId}, settings}: PanelStore,
  requests: readonly CapturedRequest[],
  {source, steps}: {source: ImportSource; steps: Steps},
): Promise<PutCount | null> {
  const {maxRequests, maxBytes} = settings.value.peek().capture;
  const there = await log.measure(tabId);
  const fitting = takeFitting(requests, {
    maxRequests: maxRequests - there.count,
    maxBytes: maxBytes - there.bytes,
  });
  let refused = 0;
  for (let from = 0; from < fitting.length; from += AT_ONCE) {
    const end = from + AT_ONCE;
    // One that cannot be stored does not stop the others.
    const part = fitting.slice(from, end);
    const written = await Promise.allSettled(part.map((one) => log.put({...one, imported: source})));
    refused += written.filter(({status}) => status === 'rejected').length;
    if (end >= fitting.length) break;
    const isOver = await steps
      .pass(`Importing: ${formatCount(end)} of ${formatCount(fitting.length)} requests.`)
      .catch(steps.endIfCancelled);
    if (isOver !== null) continue;
    await log.remove(fitting.slice(0, end).map(({id}) => id));
    return null;
  }
  return {count: fitting.length - refused, beyond: requests.length - fitting.length, refused};
}

/** What was not imported, as parts of a sentence. */
export function describeRest({beyond, refused}: PutCount): string[] {
  return [
    ...(beyond > 0
      ? [`${formatCount(beyond)} not imported: the limit of the tab is reached (see Capture in the settings)`]
      : []),
    ...(refused > 0 ? [`${formatCount(refused)} could not be saved`] : []),
  ];
}

/** Says what was imported; where a filter is on, also that it may hide that. */
export function tellImported({filter, notices}: PanelStore, sentence: string, {count}: PutCount): void {
  if (count === 0 || !filter.active.peek()) {
    notices.tell(sentence);
    return;
  }
  notices.tell(`${sentence} The filter may hide what was imported.`, {
    title: 'Clear the filter',
    follow() {
      notices.close();
      filter.clear();
    },
  });
}

/** The user cancelled. */
class CancelledError extends Error {
  override name = 'CancelledError';
}

export type Steps = ReturnType<typeof createSteps>;

/** Shows the progress with a way to cancel, and lets the browser paint. */
export function createSteps({notices, now, pause}: Pick<PanelStore, 'notices' | 'now' | 'pause'>) {
  let isCancelled = false;
  let told = now();
  const cancel = {
    title: 'Cancel',
    follow() {
      isCancelled = true;
    },
  };
  return {
    /** Rejects when the user has cancelled. */
    async pass(text: string): Promise<void> {
      if (isCancelled) throw new CancelledError();
      if (now() - told < TOLD_EVERY_MS) return;
      told = now();
      notices.tell(text, cancel);
      await pause();
      if (isCancelled) throw new CancelledError();
    },
    /** Null and a notice if it was cancelled; other errors are thrown. */
    endIfCancelled(error: unknown): null {
      if (!(error instanceof CancelledError)) throw error;
      notices.tell('The import was cancelled. Nothing was added to the list.');
      return null;
    },
  };
}

/** The first records, as many as the limits of the tab allow beside what is there. */
function takeFitting(
  requests: readonly CapturedRequest[],
  {maxRequests, maxBytes}: {maxRequests: number; maxBytes: number},
): readonly CapturedRequest[] {
  let bytes = 0;
  const beyond = requests.findIndex((request, index) => {
    bytes += bytesOfRequest(request);
    return index >= maxRequests || bytes > maxBytes;
  });
  return beyond === -1 ? requests : requests.slice(0, beyond);
}
