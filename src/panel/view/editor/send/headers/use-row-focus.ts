import type {RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';

export interface RowFocus {
  onFocusIn(): void;
  onFocusOut(event: FocusEvent): void;
}

/** Moves the focus to the row's first button when the focused control is gone, for example a field that was left. */
export function useRowFocus(row: RefObject<HTMLElement | null>): RowFocus {
  const held = useRef(false);
  useLayoutEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    row.current?.querySelector<HTMLElement>('button')?.focus();
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
