import {effect, type ReadonlySignal, signal} from '@preact/signals';

export interface PerFrameOptions<T> {
  source: ReadonlySignal<T>;
  /** The value that is painted already. */
  shown: T;
  /** Calls back with the next frame; returns what takes that back. */
  requestFrame(run: () => void): () => void;
  onChange(): void;
}

/**
 * Tells of the signal's change: at once when it is the first in a frame, and else with the next frame, once. Until
 * then nobody follows the signal, so that a burst does not compute it for each message. Returns what stops it.
 */
export function followPerFrame<T>({source, shown, requestFrame, onChange}: PerFrameOptions<T>): () => void {
  const painting = signal(false);
  let last = shown;
  let takeBack = (): void => undefined;
  const stop = effect(() => {
    if (painting.value) return;
    const next = source.value;
    if (next === last) return;
    last = next;
    painting.value = true;
    takeBack = requestFrame(() => {
      painting.value = false;
    });
    onChange();
  });
  return () => {
    stop();
    takeBack();
  };
}
