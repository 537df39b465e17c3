import {useLayoutEffect, useState} from 'preact/hooks';

export type Loaded<Part> =
  | {state: 'loading'}
  | {state: 'failed'; error: unknown}
  // In an object: a component is a function, and setting a state would call it.
  | {state: 'ready'; part: Part};

/** Code that was loaded once opens without delay. */
const known = new WeakMap<() => Promise<unknown>, unknown>();

/**
 * Code of the panel that is loaded when it is first needed; after a failure, when it is next needed.
 * @param load must be the same function each time
 */
export function useLoaded<Part>(load: () => Promise<Part>, isWanted = true): Loaded<Part> {
  const [loaded, setLoaded] = useState<Loaded<Part>>(() =>
    known.has(load) ? {state: 'ready', part: known.get(load) as Part} : {state: 'loading'},
  );
  const isMissing = isWanted && loaded.state !== 'ready';
  useLayoutEffect(() => {
    if (!isMissing) return;
    load().then(
      (part) => {
        known.set(load, part);
        setLoaded({state: 'ready', part});
      },
      (error: unknown) => setLoaded({state: 'failed', error}),
    );
  }, [load, isMissing]);
  return loaded;
}

/** The same if nothing can be shown in its place: null until it is loaded, and `onFailure` gets the error. */
export function useLoadedOrTell<Part>(
  load: () => Promise<Part>,
  onFailure: (error: unknown) => void,
  isWanted = true,
): Part | null {
  const loaded = useLoaded(load, isWanted);
  useLayoutEffect(() => {
    if (loaded.state === 'failed') onFailure(loaded.error);
  }, [loaded]);
  return loaded.state === 'ready' ? loaded.part : null;
}
