import {useRef} from 'preact/hooks';
import {useStore} from '../store-context';

/** Reads a HAR file from the disk into the list. Its reader is loaded when it is first needed. */
export function ImportHar({close}: {close(): void}) {
  const store = useStore();
  const input = useRef<HTMLInputElement>(null);

  async function read(file: File): Promise<void> {
    store.notices.settle('import');
    try {
      const {importHar} = await import('../../store/import-har');
      await importHar(store, file, () => crypto.randomUUID());
    } catch (error) {
      store.notices.raise('import', error);
    }
  }

  return (
    <>
      <button type="button" class="menu-item" onClick={() => input.current?.click()}>
        Import a HAR file…
      </button>
      <input
        type="file"
        class="hidden"
        ref={input}
        accept=".har,.zhar,.zip,application/json"
        aria-label="HAR file"
        tabIndex={-1}
        onChange={({currentTarget}) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          close();
          if (file) void read(file);
        }}
      />
    </>
  );
}
