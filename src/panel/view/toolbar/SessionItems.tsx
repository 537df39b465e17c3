import {countOf} from '../format/format-count';
import {download} from '../frame/download';
import {MenuItem} from '../frame/Menu';
import {useStore} from '../store-context';
import {listShown} from './list-shown';
import {OpenFile} from './OpenFile';

const newId = () => crypto.randomUUID();

/** Keeps what is listed as a file and brings it back: HAR logs, sessions, golden sessions. What reads and writes is loaded when it is first needed. */
export function SessionItems({close}: {close(): void}) {
  const store = useStore();
  const load = () => import('./session-files');

  async function save(write: () => Promise<{text: string; name: string; told: string}>): Promise<void> {
    try {
      const {text, name, told} = await write();
      download(text, name, 'application/json');
      store.notices.tell(told);
    } catch (error) {
      store.notices.fail(error);
    }
  }

  return (
    <>
      <OpenFile
        close={close}
        label="HAR file"
        accept=".har,.zhar,.zip,application/json"
        read={async (file) => (await import('../../store/import-har')).importHar(store, file, newId)}
      >
        Import a HAR file…
      </OpenFile>
      <MenuItem
        close={close}
        onPick={() =>
          void save(async () => {
            const {text, count, left} = await (await load()).saveSession(store, listShown(store));
            const rest =
              left === 0
                ? ''
                : ` ${countOf(left, 'request')} with a body that cannot be decoded not included.`;
            const told = `Saved ${countOf(count, 'request')}. Credentials are not saved.${rest}`;
            return {text, name: 'track-inspector.session.json', told};
          })
        }
      >
        Save filtered requests as a session
      </MenuItem>
      <OpenFile
        close={close}
        label="Session file"
        accept=".json,application/json"
        read={async (file) => (await load()).openSession(store, file, newId)}
      >
        Open a session…
      </OpenFile>
      <MenuItem
        close={close}
        onPick={() =>
          void save(async () => {
            const {text, count} = await (await load()).saveGolden(store, listShown(store));
            const told = `Saved ${countOf(count, 'event')} as a golden session. Review it before you rely on it.`;
            return {text, name: 'track-inspector.golden.json', told};
          })
        }
      >
        Save filtered events as a golden session
      </MenuItem>
      <OpenFile
        close={close}
        label="Golden session file"
        accept=".json,application/json"
        read={async (file) => {
          const {compareLive} = await load();
          store.pasting.value = null;
          store.comparing.value = null;
          store.resending.value = null;
          compareLive(store, {name: file.name, text: await file.text()}, listShown);
        }}
      >
        Compare with a golden session…
      </OpenFile>
      {store.golden.value && !store.golden.value.isOpen && (
        <MenuItem
          close={close}
          onPick={() => {
            const now = store.golden.peek();
            if (now) store.golden.value = {...now, isOpen: true};
          }}
        >
          Show differences from the golden session
        </MenuItem>
      )}
    </>
  );
}
