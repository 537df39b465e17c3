import {countOf} from '../format/format-count';
import {download} from '../frame/download';
import {Menu, MenuItem} from '../frame/Menu';
import {useLoadedOrTell} from '../frame/use-loaded';
import {SaveIcon} from '../icons';
import {useStore} from '../store-context';
import {listAllShown} from './list-shown';
import {readShown} from './read-shown';

/** The rest of the menu comes behind the list, which is not to wait for it. */
const loadSessionItems = () => import('./SessionItems');

const saveTitles = ['HAR', 'CSV'] as const;

/** Saves what the list shows as a file, credentials masked; sends it again; reads a file into the list. */
export function SaveMenu() {
  const store = useStore();
  const items = useLoadedOrTell(loadSessionItems, store.notices.fail);

  async function save(title: (typeof saveTitles)[number]): Promise<void> {
    try {
      const {saveFormats} = await import('./save-formats');
      const {extension, type, write} = saveFormats[title];
      const rows = await readShown(store);
      download(write(rows), `track-inspector.${extension}`, type);
      store.notices.tell(`Exported ${countOf(rows.length, 'request')} as ${title}. Credentials are masked.`);
    } catch (error) {
      store.notices.fail(error);
    }
  }

  async function resend(): Promise<void> {
    const ids = await listAllShown(store);
    store.closeBeside();
    store.resending.value = ids;
  }

  return (
    <Menu id="save-menu" label="Export, resend, import" Icon={SaveIcon}>
      {(close) => (
        <>
          {saveTitles.map((title) => (
            <MenuItem key={title} close={close} onPick={() => void save(title)}>
              Export filtered requests as {title}
            </MenuItem>
          ))}
          <MenuItem close={close} onPick={() => void resend()}>
            Resend filtered requests…
          </MenuItem>
          {items && <items.SessionItems close={close} />}
        </>
      )}
    </Menu>
  );
}
