import {useRef} from 'preact/hooks';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {secretsOf} from '../../../domain/replay/to-fetch-parts';
import {CopyIcon} from '../icons';
import {useStore} from '../store-context';
import {type CopyFormat, copyFormats} from './copy-formats';

/** Hands the request to a developer: as a command, as code, as text. Secrets are masked unless asked for. */
export function CopyMenu({request}: {request: CapturedRequest}) {
  const store = useStore();
  const popover = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const unmasked = useRef<HTMLInputElement>(null);

  async function copy(format: CopyFormat): Promise<void> {
    popover.current?.hidePopover();
    try {
      const options = unmasked.current?.checked
        ? {secrets: await store.secrets.resolve(secretsOf(request))}
        : {};
      await navigator.clipboard.writeText(format.write(request, options));
      store.notices.tell(`Copied as ${format.title}.`);
    } catch (error) {
      store.notices.fail(error);
    }
  }

  return (
    <>
      <button type="button" class="icon-button" aria-label="Copy" ref={button} popovertarget="copy-menu">
        <CopyIcon />
      </button>
      <div
        class="menu"
        id="copy-menu"
        popover="auto"
        ref={popover}
        onBeforeToggle={() => place(button.current, popover.current)}
      >
        {copyFormats.map((format) => (
          <button type="button" class="menu-item" key={format.title} onClick={() => void copy(format)}>
            Copy as {format.title}
          </button>
        ))}
        <label class="menu-item">
          <input type="checkbox" ref={unmasked} /> with secrets
        </label>
      </div>
    </>
  );
}

/** Below its button, ending where the button ends. */
function place(button: HTMLElement | null, menu: HTMLElement | null): void {
  const box = button?.getBoundingClientRect();
  if (!box || !menu) return;
  menu.style.top = `${box.bottom + 2}px`;
  menu.style.right = `${document.documentElement.clientWidth - box.right}px`;
}
