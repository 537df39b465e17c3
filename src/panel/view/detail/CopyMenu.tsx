import {useRef} from 'preact/hooks';
import {secretsOf} from '../../../domain/replay/to-fetch-parts';
import {Menu} from '../frame/Menu';
import {CopyIcon} from '../icons';
import {useStore} from '../store-context';
import {type CopyFormat, copyFormats} from './copy-formats';
import type {ReadyDetail} from './ready-detail';

/** Hands the request to a developer: as a command, as code, as text. Secrets are masked unless asked for. */
export function CopyMenu({detail}: {detail: ReadyDetail}) {
  const store = useStore();
  const unmasked = useRef<HTMLInputElement>(null);

  async function copy(format: CopyFormat): Promise<void> {
    const {request, event} = detail;
    try {
      const options = unmasked.current?.checked
        ? {secrets: await store.secrets.resolve(secretsOf(request))}
        : {};
      await navigator.clipboard.writeText(format.write(detail, event?.index ?? null, options));
      store.notices.tell(`Copied as ${format.title}.`);
    } catch (error) {
      store.notices.fail(error);
    }
  }

  return (
    <Menu id="copy-menu" label="Copy" Icon={CopyIcon}>
      {(close) => (
        <>
          {copyFormats.map((format) => (
            <button
              type="button"
              class="menu-item"
              key={format.title}
              onClick={() => {
                close();
                void copy(format);
              }}
            >
              Copy as {format.title}
            </button>
          ))}
          <label class="menu-item">
            <input type="checkbox" ref={unmasked} /> with secrets
          </label>
        </>
      )}
    </Menu>
  );
}
