import {useEffect, useState} from 'preact/hooks';
import {useStore} from '../store-context';

/** The menu that is open, of a row or of the columns. Its code is loaded when the first one opens. */
export function LazyMenu() {
  const {menu, notices} = useStore();
  const [menus, setMenus] = useState<typeof import('./menus') | null>(null);
  const open = menu.value;
  const isMissing = open !== null && menus === null;
  useEffect(() => {
    if (!isMissing) return;
    import('./menus').then(setMenus, (error: unknown) => {
      menu.value = null;
      notices.fail(error);
    });
  }, [isMissing, menu, notices]);
  if (open === null || menus === null) return null;
  return open.kind === 'row' ? <menus.RowMenu place={open} /> : <menus.ColumnMenu place={open} />;
}
