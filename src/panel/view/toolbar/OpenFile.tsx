import type {ComponentChildren} from 'preact';
import {useRef} from 'preact/hooks';
import {useStore} from '../store-context';

interface OpenFileProps {
  close(): void;
  /** Accessible name of the field, and the accepted file types. */
  label: string;
  accept: string;
  /** If it rejects, a banner shows the reason. */
  read(file: File): Promise<void>;
  children: ComponentChildren;
}

/** A menu item that reads a file from disk. */
export function OpenFile({close, label, accept, read, children}: OpenFileProps) {
  const {notices} = useStore();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="menu-item" onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        type="file"
        class="hidden"
        ref={input}
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        onChange={({currentTarget}) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          close();
          notices.settle('import');
          if (file) read(file).catch((error: unknown) => notices.raise('import', error));
        }}
      />
    </>
  );
}
