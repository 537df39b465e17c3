import type {CapturedRequest, ImportSource} from '../../domain/capture/captured-request';
import {formatCount} from '../../domain/verdict/format-count';
import {bytesOfRequest} from '../../storage/log/request-rows';
import type {PanelStore} from './create-panel-store';
import {createSteps, type Steps, trackImport} from './track-import';

/** How many records are written together; an import can be cancelled between two such parts. */
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

/** The requests of a file, and a sentence that says how many of them were imported. */
export interface ReadFile {
  requests: readonly CapturedRequest[];
  toSentence(put: PutCount): string;
}

/**
 * Adds the requests of a file to the log, as many as the limit allows, and reports how many. Shows the progress if it
 * takes long. It can be cancelled, and ends when the list is cleared: then no request of the file is kept.
 */
export async function importFile(
  store: PanelStore,
  source: ImportSource,
  read: (steps: Steps) => Promise<ReadFile>,
): Promise<void> {
  const steps = createSteps(store);
  await trackImport(store, {id: source.id, steps}, async () => {
    const {requests, toSentence} = await read(steps);
    const fitting = await takeFitting(store, requests);
    const records = fitting.map((one) => ({...one, imported: source}));
    const refused = await putAll(records, steps);
    const count = fitting.length - refused;
    tellImported(store, toSentence({count, beyond: requests.length - fitting.length, refused}), count);
  });
}

/** Writes records to the log, and counts those that could not be stored. */
export async function putAll(records: readonly CapturedRequest[], steps: Steps): Promise<number> {
  let refused = 0;
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const end = Math.min(from + AT_ONCE, records.length);
    refused += await steps.put(records.slice(from, end));
    await steps.pass(`Importing: ${formatCount(end)} of ${formatCount(records.length)} requests.`);
  }
  return refused;
}

/** What was not imported, as parts of a sentence. */
export function describeRest({beyond, refused}: Pick<PutCount, 'beyond' | 'refused'>): string[] {
  return [
    ...(beyond > 0
      ? [`${formatCount(beyond)} not imported: the limit of the tab is reached (see Capture in the settings)`]
      : []),
    ...(refused > 0 ? [`${formatCount(refused)} could not be saved`] : []),
  ];
}

/** Reports what was imported; if a filter is active, also that it may hide the imported requests. */
function tellImported({filter, notices}: PanelStore, sentence: string, count: number): void {
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

/** The first records, as many as fit within the limits of the tab besides its current records. */
async function takeFitting(
  {dependencies: {log, tabId}, settings}: PanelStore,
  requests: readonly CapturedRequest[],
): Promise<readonly CapturedRequest[]> {
  const {maxRequests, maxBytes} = settings.value.peek().capture;
  const there = await log.measure(tabId);
  let {bytes} = there;
  const beyond = requests.findIndex((request, index) => {
    bytes += bytesOfRequest(request);
    return there.count + index >= maxRequests || bytes > maxBytes;
  });
  return beyond === -1 ? requests : requests.slice(0, beyond);
}
