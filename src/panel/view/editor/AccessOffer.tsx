import {useLayoutEffect, useRef} from 'preact/hooks';
import type {EditController} from './create-edit-controller';

/** Asks for the host where it is chosen: the browser wants the click itself. */
export function AccessOffer({edit: {drafts, fail}, url}: {edit: EditController; url: string}) {
  const {access} = drafts;
  const isMissing = access?.isGranted(url) === false;
  const asked = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isMissing) return;
    // The button took the keyboard along; what it was pressed for comes next.
    if (document.activeElement === document.body) {
      asked.current?.querySelector<HTMLElement>('.button.primary')?.focus();
    }
    asked.current = null;
  }, [isMissing]);
  if (!access || !isMissing) return null;
  return (
    <div class="edit-send-row">
      <button
        type="button"
        class="button"
        onClick={({currentTarget}) => {
          asked.current = currentTarget.closest('.edit-send');
          access.request(url).catch(fail);
        }}
      >
        Allow sending to {new URL(url).host}
      </button>
    </div>
  );
}
