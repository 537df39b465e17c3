import {effect, type ReadonlySignal, untracked} from '@preact/signals';
import type {Connection} from './create-connection';
import type {Notices} from './create-notices';
import {getOrigin} from './log/belongs-to-tab';

/**
 * Once background capture is allowed for the page's site, offers to reload the page: what it sent before was not
 * captured. `isOffered` reads signals. Returns the remover.
 */
export function offerReload(
  connection: ReadonlySignal<Connection>,
  {pageUrl, reloadPage}: {pageUrl: ReadonlySignal<string | null>; reloadPage(): void},
  notices: Pick<Notices, 'tell' | 'close'>,
  isOffered: () => boolean,
): () => void {
  let refused: string | null = null;
  return effect(() => {
    const now = connection.value;
    const before = refused;
    refused = now.state === 'not-permitted' ? now.site : null;
    if (now.state !== 'live' || before === null || getOrigin(pageUrl.peek()) !== before) return;
    if (!untracked(isOffered)) return;
    notices.tell(
      `Background capture is on for ${before}. Reload the page to capture what it sends from the start.`,
      {
        title: 'Reload the page',
        follow() {
          notices.close();
          reloadPage();
        },
      },
    );
  });
}
