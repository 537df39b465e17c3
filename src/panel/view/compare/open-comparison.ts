import type {Comparison} from '../../store/create-overlays';
import type {PanelStore} from '../../store/create-panel-store';

/** Shows the two beside the list, replacing the pane there. */
export function openComparison(store: PanelStore, {first, second}: Comparison): void {
  store.closeBeside();
  store.comparing.value = {first, second};
  store.selection.mark(null);
}
