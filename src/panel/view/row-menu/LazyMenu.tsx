import {useLoadedOrTell} from '../frame/use-loaded';
import {useStore} from '../store-context';

const load = () => import('./menus');

/** The open menu, of a row or of the columns. Its code is loaded when the first one opens. */
export function LazyMenu() {
  const {menu, notices} = useStore();
  const open = menu.value;
  const giveUp = (error: unknown) => {
    menu.value = null;
    notices.fail(error);
  };
  const menus = useLoadedOrTell(load, giveUp, open !== null);
  if (open === null || menus === null) return null;
  return open.kind === 'row' ? <menus.RowMenu place={open} /> : <menus.ColumnMenu place={open} />;
}
