import type {PanelStore} from './create-panel-store';

/** Whether the first steps are in the place of the list: nothing is captured, and they were not put away. Reads signals. */
export function isFirstRun({list, settings}: Pick<PanelStore, 'list' | 'settings'>): boolean {
  const {recording, welcomed} = settings.value.value.panel;
  return list.loaded.value && list.entries.value.length === 0 && recording && !welcomed;
}
