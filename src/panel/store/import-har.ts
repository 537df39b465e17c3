import type {HarImport} from '../../domain/har/har-reader';
import {describeFaults} from '../../domain/har/read-har';
import {describeUnfollowed} from '../../domain/har/unfollowed-redirects';
import {countOf, formatCount} from '../../domain/verdict/format-count';
import type {PanelStore} from './create-panel-store';
import {describeRest, importFile, type PutCount} from './put-imported';
import {type HarSource, readHarFile} from './read-har-file';

/**
 * Imports the requests of a HAR file, which are judged like any other, and tells how many there were and what was left
 * out: what does not fit would push out what the page sent. Throws a `HarLogError` where the file can't be read as a
 * HAR log.
 */
export async function importHar(store: PanelStore, file: HarSource, newId: () => string): Promise<void> {
  const {dependencies, settings} = store;
  const {name} = file;
  const context = {settings: settings.value.peek(), tabId: dependencies.tabId, newId};
  await importFile(store, {id: newId(), file: name}, async ({pass}) => {
    const found = await readHarFile(file, context, {
      onProgress: (share) => pass(`Reading ${name}: ${Math.floor(share * 100)} %.`),
    });
    return {requests: found.requests, toSentence: (put) => toSentence(found, put)};
  });
}

function toSentence(found: HarImport, put: PutCount): string {
  const {count} = put;
  const {others, faults, pairs, unfollowed, apart} = found;
  const imported = `Imported ${countOf(count, 'request')}`;
  const left = [
    ...describeRest(put),
    ...(others > 0 ? [`${formatCount(others)} to other addresses skipped`] : []),
    ...describeFaults(faults),
    ...describeUnfollowed(unfollowed),
    ...(pairs > 0
      ? [`${formatCount(pairs)} recorded for both a page and its service worker counted once`]
      : []),
    ...(apart > 0 ? [`the body of ${formatCount(apart)} is in another file, which is not included`] : []),
  ];
  const sentence = [imported, ...left].join('; ');
  if (count > 0) return `${sentence}. Credentials are not imported.`;
  return others > 0 ? `${sentence}. You can add endpoints in the settings.` : `${sentence}.`;
}
