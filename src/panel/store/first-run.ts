import type {EntryMirror} from './judge-client/create-entry-mirror';
import type {PanelDependencies} from './panel-dependencies';

interface FirstRunInputs extends Pick<PanelDependencies, 'settings'> {
  list: Pick<EntryMirror, 'entries' | 'loaded'>;
}

/**
 * Whether the first steps are shown instead of the list: nothing is captured yet, and the user has not dismissed them.
 * Reads signals.
 */
export function isFirstRun({list, settings}: FirstRunInputs): boolean {
  const {recording, welcomed} = settings.value.value.panel;
  return list.loaded.value && list.entries.value.length === 0 && recording && !welcomed;
}

/**
 * Whether the first steps are neither shown nor may still be: a button above the rows that they replace would
 * disappear under the mouse. Reads signals.
 */
export function isAfterFirstRun(inputs: FirstRunInputs): boolean {
  return inputs.list.loaded.value && !isFirstRun(inputs);
}
