import {describeLeftOut, describeZoneless} from '../../domain/har/describe-left-out';
import {countOf, formatCount} from '../../domain/verdict/format-count';
import {createRecordId} from '../../storage/log/create-record-id';
import type {PanelStore} from './create-panel-store';
import {describeRest, importFile, type PutCount} from './put-imported';
import {type HarSource, readHarFile} from './read-har-file';
import {openRecordedFile, readRecordedFile} from './read-recorded-file';

/**
 * Imports the requests of a HAR file, or of a file that the command line recorded. They are checked like all others.
 * Reports how many there were and what was skipped: requests beyond the limit are not imported, since they would remove
 * those of the page. Throws a `HarLogError` if the file can't be read as a HAR log.
 */
export async function importHar(store: PanelStore, file: HarSource, newId = createRecordId): Promise<void> {
  const {dependencies, settings} = store;
  const {name} = file;
  const context = {settings: settings.value.peek(), tabId: dependencies.tabId, newId};
  await importFile(store, {id: newId(), file: name}, async ({pass}) => {
    const steps = {onProgress: (share: number) => pass(`Reading ${name}: ${Math.floor(share * 100)} %.`)};
    const recorded = await openRecordedFile(file);
    if (recorded !== null) {
      const {requests, others, faults, zoneless} = await readRecordedFile(recorded, context, steps);
      const left = [...describeLines(faults), ...describeZoneless('line', zoneless)];
      return {requests, toSentence: (put) => toSentence({others, left}, put)};
    }
    const found = await readHarFile(file, context, steps);
    const {requests, others} = found;
    return {requests, toSentence: (put) => toSentence({others, left: describeLeftOut(found)}, put)};
  });
}

/** The first lines that could not be read, and the number of the others. */
function describeLines(faults: readonly string[]): string[] {
  const shown = faults.slice(0, 3).map((fault) => fault.replace(/\.$/, ''));
  return faults.length > 3 ? [...shown, `${formatCount(faults.length - 3)} more lines skipped`] : shown;
}

function toSentence({others, left}: {others: number; left: readonly string[]}, put: PutCount): string {
  const {count} = put;
  const imported = `Imported ${countOf(count, 'request')}`;
  const skipped = others > 0 ? [`${formatCount(others)} to other addresses skipped`] : [];
  const sentence = [imported, ...describeRest(put), ...skipped, ...left].join('; ');
  if (count > 0) return `${sentence}. Credentials are not imported.`;
  return others > 0 ? `${sentence}. You can add endpoints in the settings.` : `${sentence}.`;
}
