import {Menu, MenuItem} from '../frame/Menu';
import {useLoadedOrTell} from '../frame/use-loaded';
import {SaveIcon} from '../icons';
import {useStore} from '../store-context';
import type {SaveTitle} from './save-shown';

/** The rest of the menu is loaded after the list, which does not wait for it. */
const loadSessionItems = () => import('./SessionItems');

const saveTitles: readonly SaveTitle[] = ['HAR', 'CSV'];

/** Saves the list as a file, with credentials masked; resends it; reads a file into the list. */
export function SaveMenu() {
  const store = useStore();
  const items = useLoadedOrTell(loadSessionItems, store.notices.fail);
  const save = (title: SaveTitle) =>
    import('./save-shown').then(({saveShown}) => saveShown(store, title)).catch(store.notices.fail);
  return (
    <Menu id="save-menu" label="Export, resend, import" Icon={SaveIcon}>
      {(close) => (
        <>
          {saveTitles.map((title) => (
            <MenuItem key={title} close={close} onPick={() => void save(title)}>
              Export filtered requests as {title}
            </MenuItem>
          ))}
          {items && <items.SessionItems close={close} />}
        </>
      )}
    </Menu>
  );
}
