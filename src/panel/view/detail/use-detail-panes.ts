import {useEffect, useState} from 'preact/hooks';
import {type Loaded, useLoaded} from '../frame/use-loaded';

const load = () => import('./detail-panes');

export type DetailPanes = Loaded<Awaited<ReturnType<typeof load>>>;

/**
 * The code of the panes beside the list. The list is painted without it; it is loaded right after that, when idle, so
 * that it is there when the first row is opened.
 */
export function useDetailPanes(): DetailPanes {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const idle = requestIdleCallback(() => setIdle(true), {timeout: IDLE_MS});
    return () => cancelIdleCallback(idle);
  }, []);
  return useLoaded(load, isIdle);
}

/** In milliseconds: after this time the details are loaded even if the panel is busy from the start. */
const IDLE_MS = 300;
