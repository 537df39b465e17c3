import type {RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';

export interface HeldFocus {
  onFocusIn(): void;
  onFocusOut(event: FocusEvent): void;
}

/**
 * Keeps the focus inside when the focused control is gone, for example a field that was left: moves it to the first
 * element that matches `wanted`; null: to the host itself.
 */
export function useHeldFocus(host: RefObject<HTMLElement | null>, wanted: string | null): HeldFocus {
  const held = useRef(false);
  useLayoutEffect(() => {
    const {current} = host;
    if (!held.current || !current || document.activeElement !== document.body) return;
    const next = wanted === null ? current : current.querySelector<HTMLElement>(wanted);
    next?.focus();
  });
  return {
    onFocusIn: () => {
      held.current = true;
    },
    onFocusOut: ({relatedTarget}) => {
      // No element has the focus: the control was removed.
      if (relatedTarget !== null) held.current = false;
    },
  };
}
