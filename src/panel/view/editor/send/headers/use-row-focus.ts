import type {RefObject} from 'preact';
import {useEffect, useRef} from 'preact/hooks';

export interface RowFocus {
  onFocusIn(): void;
  onFocusOut(event: FocusEvent): void;
}

/** Gives the keyboard to the row's first button when the control that had it is gone: a field that was left, say. */
export function useRowFocus(row: RefObject<HTMLElement | null>): RowFocus {
  const held = useRef(false);
  useEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    row.current?.querySelector<HTMLElement>('button')?.focus();
  });
  return {
    onFocusIn: () => {
      held.current = true;
    },
    onFocusOut: ({relatedTarget}) => {
      // Nowhere: the control was taken away.
      if (relatedTarget !== null) held.current = false;
    },
  };
}
