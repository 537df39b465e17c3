import {type ColumnId, columnIds} from '../../../domain/list-columns';
import {defaultSettings} from '../../../domain/settings';
import type {OpenMenu} from '../../store/create-overlays';
import {PointMenu} from '../frame/PointMenu';
import {OkIcon} from '../icons';
import {columnTable} from '../list/columns/column-table';
import {fitColumns} from '../list/columns/fit-columns';
import {useStore} from '../store-context';

/** Selects the columns of the list. It stays open, so that several can be selected. */
export function ColumnMenu({place}: {place: OpenMenu & {kind: 'columns'}}) {
  const {menu, settings} = useStore();
  const {panel} = settings.value.value;
  const {columns} = panel;
  const fitted = fitColumns(panel, place.listWidth).map(({id}) => id);
  const close = () => {
    menu.value = null;
  };
  const toggle = (id: ColumnId) =>
    settings.change((now) => {
      const shown = now.panel.columns.includes(id)
        ? now.panel.columns.filter((one) => one !== id)
        : [...now.panel.columns, id];
      return {...now, panel: {...now.panel, columns: shown}};
    });
  const reset = () => {
    close();
    const {columns, columnWidths, sort} = defaultSettings.panel;
    settings.change((now) => ({...now, panel: {...now.panel, columns, columnWidths, sort}}));
  };
  return (
    <PointMenu label="Columns" at={place} onClose={close}>
      {columnIds.map((id) => (
        <button
          key={id}
          type="button"
          class="menu-item"
          role="menuitemcheckbox"
          aria-checked={columns.includes(id)}
          tabIndex={-1}
          onClick={() => toggle(id)}
        >
          <span class="menu-mark">{columns.includes(id) && <OkIcon />}</span>
          {columnTable[id].title}
          {columns.includes(id) && !fitted.includes(id) && <span class="menu-note">(list too narrow)</span>}
        </button>
      ))}
      <hr class="menu-line" />
      <button type="button" class="menu-item" role="menuitem" tabIndex={-1} onClick={reset}>
        <span class="menu-mark" />
        Reset columns
      </button>
    </PointMenu>
  );
}
