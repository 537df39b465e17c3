import {useEffect, useState} from 'preact/hooks';
import type * as detailPanes from './detail-panes';

export type DetailPanes =
  | {state: 'loading'}
  | {state: 'failed'; reason: string}
  | {state: 'ready'; panes: typeof detailPanes};

/**
 * What stands beside the list. The list is painted without it; it is loaded right behind that, while nothing is to be
 * done, so that it is there when the first row is opened.
 */
export function useDetailPanes(): DetailPanes {
  const [loaded, setLoaded] = useState<DetailPanes>({state: 'loading'});
  useEffect(() => {
    const load = () =>
      import('./detail-panes').then(
        (panes) => setLoaded({state: 'ready', panes}),
        (error: unknown) => setLoaded({state: 'failed', reason: String(error)}),
      );
    const idle = requestIdleCallback(load, {timeout: IDLE_MS});
    return () => cancelIdleCallback(idle);
  }, []);
  return loaded;
}

/** A panel that is busy from the start is not to wait for its details. */
const IDLE_MS = 300;
