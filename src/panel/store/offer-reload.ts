import {effect, type ReadonlySignal, untracked} from '@preact/signals';
import type {Connection} from './create-connection';
import type {Notices} from './create-notices';
import {getOrigin} from './log/belongs-to-tab';

/**
 * Once background capture is allowed for the page's site, offers to reload the page: its earlier requests were not
 * captured. The offer is withdrawn when the permission is removed or the page changes. `isOffered` reads signals.
 * Returns a function that stops it.
 */
export function offerReload(
  connection: ReadonlySignal<Connection>,
  {pageUrl, reloadPage}: {pageUrl: ReadonlySignal<string | null>; reloadPage(): void},
  notices: Pick<Notices, 'current' | 'tell' | 'close'>,
  isOffered: () => boolean,
): () => void {
  let refused: string | null = null;
  let offered: {site: string; text: string} | null = null;

  function offer(site: string): void {
    const text = `Background capture is on for ${site}. Reload the page to capture what it sends from the start.`;
    offered = {site, text};
    notices.tell(text, {
      title: 'Reload the page',
      follow() {
        notices.close();
        reloadPage();
      },
    });
  }

  return effect(() => {
    const now = connection.value;
    const before = refused;
    const site = now.state === 'live' ? getOrigin(pageUrl.peek()) : null;
    refused = now.state === 'not-permitted' ? now.site : null;
    if (offered !== null && offered.site !== site) {
      if (notices.current.peek()?.text === offered.text) notices.close();
      offered = null;
    }
    if (before !== null && before === site && untracked(isOffered)) offer(site);
  });
}
