import type {HarImport} from '../../domain/har/har-reader';
import {describeFaults} from '../../domain/har/read-har';
import {describeUnfollowed} from '../../domain/har/unfollowed-redirects';
import {countOf, formatCount} from '../../domain/verdict/format-count';
import type {PanelStore} from './create-panel-store';
import {createSteps, describeRest, type PutCount, putImported, tellImported} from './put-imported';
import {type HarSource, readHarFile} from './read-har-file';

/**
 * Puts the requests of a HAR file into the log of the tab, where they are judged like any other, and tells how many
 * there were and what was left out: what does not fit would push out what the page sent. Throws a `HarLogError` where the
 * file can't be read as a HAR log. While it takes time it says how far it is, and can be cancelled: then nothing of the
 * file stays.
 */
export async function importHar(store: PanelStore, file: HarSource, newId: () => string): Promise<void> {
  const {dependencies, settings} = store;
  const {name} = file;
  const steps = createSteps(store);
  const context = {settings: settings.value.peek(), tabId: dependencies.tabId, newId};
  const found = await readHarFile(file, context, {
    onProgress: (share) => steps.pass(`Reading ${name}: ${Math.floor(share * 100)} %.`),
  }).catch(steps.endIfCancelled);
  if (found === null) return;
  const put = await putImported(store, found.requests, {source: {id: newId(), file: name}, steps});
  if (put === null) return;
  tellImported(store, toSentence(found, put), put);
}

function toSentence(found: HarImport, {count, beyond, refused}: PutCount): string {
  const {others, faults, pairs, unfollowed, apart} = found;
  const imported = `Imported ${countOf(count, 'request')}`;
  const left = [
    ...describeRest({count, beyond, refused}),
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
