import {Fragment} from 'preact';
import type {OpenMenu} from '../../store/create-overlays';
import type {Row} from '../../store/rows/row-index';
import {shorten} from '../format/shorten';
import {PointMenu} from '../frame/PointMenu';
import {toRequestName} from '../list/row/to-request-name';
import {useStore} from '../store-context';
import {doRowAction} from './do-row-action';
import {listRowActions, type RowAction} from './list-row-actions';

/** All actions for the row that it was opened on. */
export function RowMenu({place}: {place: OpenMenu & {kind: 'row'}}) {
  const store = useStore();
  const {row} = place;
  const close = () => {
    store.menu.value = null;
  };
  const pick = ({deed}: RowAction) => {
    close();
    doRowAction(store, deed);
  };
  return (
    <PointMenu label={`Actions for ${shorten(toName(row), 80)}`} at={place} onClose={close}>
      {listRowActions(row, store.selection.marked.value).map((group, number) => (
        <Fragment key={group[0]?.title}>
          {number > 0 && <hr class="menu-line" />}
          {group.map((action) => (
            <button
              key={action.title}
              type="button"
              class="menu-item"
              role="menuitem"
              tabIndex={-1}
              onClick={() => pick(action)}
            >
              {action.title}
            </button>
          ))}
        </Fragment>
      ))}
    </PointMenu>
  );
}

function toName(row: Row): string {
  if (row.kind === 'visit') return row.visit.file ?? row.visit.url ?? 'this visit';
  if (row.kind === 'request') return toRequestName(row.entry);
  return row.entry.events[row.event]?.name ?? `event ${row.event + 1}`;
}
