import {countOf} from '../format/format-count';
import {download} from '../frame/download';
import {Menu, MenuItem} from '../frame/Menu';
import {SaveIcon} from '../icons';
import {useStore} from '../store-context';
import {ImportHar} from './ImportHar';
import {listShown} from './list-shown';
import {readShown} from './read-shown';

const saveTitles = ['HAR', 'CSV'] as const;

/** Saves what the list shows as a file, credentials masked; sends it again; reads a file into the list. */
export function SaveMenu() {
  const store = useStore();

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

  return (
    <Menu id="save-menu" label="Export, resend, import" Icon={SaveIcon}>
      {(close) => (
        <>
          {saveTitles.map((title) => (
            <MenuItem key={title} close={close} onPick={() => void save(title)}>
              Export filtered requests as {title}
            </MenuItem>
          ))}
          <MenuItem
            close={close}
            onPick={() => {
              store.pasting.value = null;
              store.comparing.value = null;
              store.resending.value = listShown(store);
            }}
          >
            Resend filtered requests…
          </MenuItem>
          <ImportHar close={close} />
        </>
      )}
    </Menu>
  );
}
