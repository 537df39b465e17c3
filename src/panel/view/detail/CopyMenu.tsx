import {useRef} from 'preact/hooks';
import {secretsOf} from '../../../domain/replay/to-fetch-parts';
import {Menu, MenuItem} from '../frame/Menu';
import {CopyIcon} from '../icons';
import {useStore} from '../store-context';
import {type CopyTitle, copyTitles} from './copy-titles';
import type {ReadyDetail} from './ready-detail';

/** Hands the request to a developer: as a command, as code, as text. Secrets are masked unless asked for. */
export function CopyMenu({detail}: {detail: ReadyDetail}) {
  const store = useStore();
  const unmasked = useRef<HTMLInputElement>(null);

  async function copy(title: CopyTitle): Promise<void> {
    const {request, event} = detail;
    const isUnmasked = unmasked.current?.checked === true;
    // For this copy only: whoever copies the next one need not remember it.
    if (unmasked.current) unmasked.current.checked = false;
    try {
      const {copyFormats} = await import('./copy-formats');
      const options = isUnmasked ? {secrets: await store.secrets.resolve(secretsOf(request))} : {};
      await navigator.clipboard.writeText(copyFormats[title](detail, event?.index ?? null, options));
      store.notices.tell(isUnmasked ? `Copied as ${title}, with credentials.` : `Copied as ${title}.`);
    } catch (error) {
      store.notices.fail(error);
    }
  }

  return (
    <Menu id="copy-menu" label="Copy" Icon={CopyIcon}>
      {(close) => (
        <>
          {copyTitles.map((title) => (
            <MenuItem key={title} close={close} onPick={() => void copy(title)}>
              Copy as {title}
            </MenuItem>
          ))}
          <label class="menu-item">
            <input type="checkbox" ref={unmasked} /> Include credentials
          </label>
        </>
      )}
    </Menu>
  );
}
