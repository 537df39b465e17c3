import type {PanelStore} from '../../store/create-panel-store';
import {countOf} from '../format/format-count';
import {download} from '../frame/download';
import {MenuItem} from '../frame/Menu';
import {useStore} from '../store-context';
import {listAllShown, listShown} from './list-shown';
import {OpenFile} from './OpenFile';

const load = () => import('./session-files');

/**
 * Resends the listed requests, saves the list as a file and opens files: HAR logs, sessions, golden sessions. The
 * code that reads and writes them is loaded on first use.
 */
export function SessionItems({close}: {close(): void}) {
  const store = useStore();
  const resend = async () => {
    const ids = await listAllShown(store);
    store.closeBeside();
    store.resending.value = ids;
  };
  return (
    <>
      <MenuItem close={close} onPick={() => void resend()}>
        Resend filtered requests…
      </MenuItem>
      <OpenFile
        close={close}
        label="HAR or NDJSON file"
        accept=".har,.zhar,.zip,.gz,.ndjson,.jsonl,application/json"
        read={async (file) => (await import('../../store/import-har')).importHar(store, file)}
      >
        Import a HAR or NDJSON file…
      </OpenFile>
      <SaveItem close={close} title="Save filtered requests as a session" write={writeSession} />
      <OpenFile
        close={close}
        label="Session file"
        accept=".json,application/json"
        read={async (file) => (await load()).openSession(store, file)}
      >
        Open a session…
      </OpenFile>
      <SaveItem close={close} title="Save filtered events as a golden session" write={writeGolden} />
      <OpenFile
        close={close}
        label="Golden session file"
        accept=".json,application/json"
        read={(file) => compareWith(store, file)}
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

/** A JSON file, and the message once it is saved. */
interface WrittenFile {
  text: string;
  name: string;
  told: string;
}

interface SaveItemProps {
  close(): void;
  title: string;
  write(store: PanelStore): Promise<WrittenFile>;
}

function SaveItem({close, title, write}: SaveItemProps) {
  const store = useStore();
  const save = async () => {
    try {
      const {text, name, told} = await write(store);
      download(text, name, 'application/json');
      store.notices.tell(told);
    } catch (error) {
      store.notices.fail(error);
    }
  };
  return (
    <MenuItem close={close} onPick={() => void save()}>
      {title}
    </MenuItem>
  );
}

async function writeSession(store: PanelStore): Promise<WrittenFile> {
  const {text, count, left} = await (await load()).saveSession(store, await listAllShown(store));
  const rest = left === 0 ? '' : ` Not included: ${countOf(left, 'request')} whose body cannot be decoded.`;
  const told = `Saved ${countOf(count, 'request')}. Credentials are not saved.${rest}`;
  return {text, name: 'track-inspector.session.json', told};
}

async function writeGolden(store: PanelStore): Promise<WrittenFile> {
  const {text, count} = await (await load()).saveGolden(store, await listAllShown(store));
  const told = `Saved ${countOf(count, 'event')} as a golden session. Review it before you rely on it.`;
  return {text, name: 'track-inspector.golden.json', told};
}

async function compareWith(store: PanelStore, file: File): Promise<void> {
  const {compareLive, readTextFile} = await load();
  store.closeBeside();
  compareLive(store, {name: file.name, text: await readTextFile(file)}, listShown);
}
