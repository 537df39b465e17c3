import type {PanelStore} from '../../store/create-panel-store';
import {isComparable, isSameRow, type Selected} from '../../store/detail/selected';
import {openComparison} from '../compare/open-comparison';
import {formatTime} from '../format/format-time';
import {shorten} from '../format/shorten';
import {CloseIcon} from '../icons';
import {useLayer} from '../keyboard/KeyboardScope';
import {useStore} from '../store-context';
import {toRowName} from './row/to-row-name';

/** Below the list while a row is marked: the rows that it can be compared with. */
export function CompareBar() {
  const store = useStore();
  const {marked, selected, mark} = store.selection;
  const [first, second] = [marked.value, selected.value];
  const close = () => mark(null);
  useLayer('mark', close, first !== null);
  if (first === null || !store.list.get(first.id)) return null;
  const isPair = second !== null && isComparable(second, first);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset needs a legend that is seen
    <div class="compare-bar" role="group" aria-label="Compare">
      <p role="status">
        {isPair ? `${toName(store, first)} and ${toName(store, second)}` : toAdvice(store, first, second)}
      </p>
      {isPair && (
        <button type="button" class="button" onClick={() => openComparison(store, {first, second})}>
          Compare
        </button>
      )}
      <button type="button" class="icon-button" aria-label="Do not compare" onClick={close}>
        <CloseIcon />
      </button>
    </div>
  );
}

function toName({list}: PanelStore, row: Selected): string {
  const entry = list.get(row.id);
  if (!entry) return 'a request that is no longer in the log';
  return `${shorten(toRowName(entry, row.event), 40)} (${formatTime(entry.head.startedAt)})`;
}

function toAdvice(store: PanelStore, first: Selected, second: Selected | null): string {
  const name = toName(store, first);
  if (second === null || isSameRow(second, first)) return `Select another row to compare with ${name}.`;
  return first.event === null
    ? `Select a request to compare with ${name}.`
    : `Select an event to compare with ${name}.`;
}
