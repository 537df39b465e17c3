import type {RefObject} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';

/**
 * Puts the keyboard into a panel when it opens, and back when the control that had it is gone: a fix that was made takes
 * its button along. If the user moved the focus elsewhere, it stays there.
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
