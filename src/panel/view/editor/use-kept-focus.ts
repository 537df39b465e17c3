import type {RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';

/**
 * Moves the focus into a panel when it opens, and back when the focused control is gone: applying a fix removes its
 * button. If the user moved the focus elsewhere, it stays there.
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>, wanted: string): void {
  const opened = useRef(false);
  useLayoutEffect(() => {
    const {current} = panel;
    if (!current || (opened.current && document.activeElement !== document.body)) return;
    opened.current = true;
    const first = current.querySelector<HTMLElement>(wanted) ?? current;
    first.focus();
  });
}
