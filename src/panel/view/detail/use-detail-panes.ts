import {useEffect, useState} from 'preact/hooks';
import {type Loaded, useLoaded} from '../frame/use-loaded';

const load = () => import('./detail-panes');

export type DetailPanes = Loaded<Awaited<ReturnType<typeof load>>>;

/**
 * What is beside the list. The list is painted without it; it is loaded right behind that, while nothing is to be
 * done, so that it is there when the first row is opened.
 */
export function useDetailPanes(): DetailPanes {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const idle = requestIdleCallback(() => setIdle(true), {timeout: IDLE_MS});
    return () => cancelIdleCallback(idle);
  }, []);
  return useLoaded(load, isIdle);
}

/** A panel that is busy from the start is not to wait for its details. */
const IDLE_MS = 300;
