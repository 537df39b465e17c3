import {type ReadonlySignal, useSignal, useSignalEffect} from '@preact/signals';
import {useRef} from 'preact/hooks';

/**
 * The signal's value: at once when it changes first in a frame, and else with the next frame, so that a burst of
 * messages costs one rendering a frame and not one each.
 */
export function useOncePerFrame<T>(source: ReadonlySignal<T>): T {
  const shown = useSignal(source.peek());
  const frame = useRef<number | null>(null);
  useSignalEffect(() => {
    const next = source.value;
    if (frame.current !== null) return;
    shown.value = next;
    frame.current = requestAnimationFrame(() => {
      frame.current = null;
      shown.value = source.peek();
    });
  });
  return shown.value;
}
