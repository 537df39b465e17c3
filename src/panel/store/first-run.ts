import type {PanelStore} from './create-panel-store';

/**
 * Whether the first steps are shown instead of the list: nothing is captured yet, and they were not dismissed. Reads
 * signals.
 */
export function isFirstRun({list, settings}: Pick<PanelStore, 'list' | 'settings'>): boolean {
  const {recording, welcomed} = settings.value.value.panel;
  return list.loaded.value && list.entries.value.length === 0 && recording && !welcomed;
}
