import {useLayoutEffect, useRef} from 'preact/hooks';
import type {HostAccess} from '../../../store/host-access';

interface AccessOfferProps {
  access: HostAccess | null;
  url: string;
  onFailure(error: unknown): void;
}

/** Requests access to the host where it is selected, since the browser requires the click itself. */
export function AccessOffer({access, url, onFailure}: AccessOfferProps) {
  const isMissing = access?.isGranted(url) === false;
  const asked = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isMissing) return;
    // The pressed button is gone and had the focus, so the focus moves to what it was pressed for.
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
          access.request(url).catch(onFailure);
        }}
      >
        Allow sending to {new URL(url).host}
      </button>
    </div>
  );
}
