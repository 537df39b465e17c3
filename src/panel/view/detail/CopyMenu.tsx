import {useRef} from 'preact/hooks';
import {Menu, MenuItem} from '../frame/Menu';
import {CopyIcon} from '../icons';
import {useStore} from '../store-context';
import {copyRequest} from './copy-request';
import {type CopyTitle, copyTitles} from './copy-titles';
import type {ReadyDetail} from './ready-detail';

/** Copies the request for a developer: as a command, as code, as text. Secrets are masked by default. */
export function CopyMenu({detail}: {detail: ReadyDetail}) {
  const store = useStore();
  const unmasked = useRef<HTMLInputElement>(null);

  function copy(title: CopyTitle): void {
    const isUnmasked = unmasked.current?.checked === true;
    // Applies to this copy only, so that the choice is not forgotten for the next one.
    if (unmasked.current) unmasked.current.checked = false;
    void copyRequest(store, {judged: detail, event: detail.event?.index ?? null, title, isUnmasked});
  }

  return (
    <Menu id="copy-menu" label="Copy" Icon={CopyIcon}>
      {(close) => (
        <>
          {copyTitles.map((title) => (
            <MenuItem key={title} close={close} onPick={() => copy(title)}>
              Copy as {title}
            </MenuItem>
          ))}
          <label class="menu-item">
            {/* For this request only. */}
            <input key={detail.request.id} type="checkbox" ref={unmasked} /> Include credentials
          </label>
        </>
      )}
    </Menu>
  );
}
