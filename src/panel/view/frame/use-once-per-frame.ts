import type {ReadonlySignal} from '@preact/signals';
import {useLayoutEffect, useState} from 'preact/hooks';
import {followPerFrame} from './follow-per-frame';

/**
 * The signal's value, rendered at once when it changes first in a frame, and else with the next frame, so that a burst
 * of messages costs one rendering a frame and not one each. (`useSignalEffect` begins with the next frame only.)
 */
export function useOncePerFrame<T>(source: ReadonlySignal<T>): T {
  const [, repaint] = useState(0);
  const shown = source.peek();
  useLayoutEffect(
    () =>
      followPerFrame({
        source,
        shown,
        requestFrame(run) {
          const frame = requestAnimationFrame(run);
          return () => cancelAnimationFrame(frame);
        },
        onChange: () => repaint((count) => count + 1),
      }),
    [source],
  );
  return shown;
}
