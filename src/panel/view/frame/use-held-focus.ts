import type {RefObject} from 'preact';
import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';

export interface HeldFocus {
  onFocusIn(event: FocusEvent): void;
  onFocusOut(event: FocusEvent): void;
}

/** Whether the user moved the focus away from a control that is still there; if the window lost it, it comes back. */
function isLeft(control: Element): boolean {
  return control.isConnected && !control.matches(':disabled') && document.activeElement !== control;
}

/**
 * Keeps the focus inside when the focused control is gone, for example a field that was left: moves it to the first
 * element that matches `wanted`; null: to the host itself.
 */
export function useHeldFocus(host: RefObject<HTMLElement | null>, wanted: string | null): HeldFocus {
  /** The control that has the focus, or had it when it was removed; null: the focus is elsewhere. */
  const control = useRef<Element | null>(null);
  const hold = () => {
    const {current} = host;
    if (!control.current || !current || document.activeElement !== document.body) return;
    const next = wanted === null ? current : current.querySelector<HTMLElement>(wanted);
    next?.focus();
  };
  useLayoutEffect(hold);
  // A part of the host may be rendered alone, such as a list whose last “Show more” was pressed. While the focus goes from
  // one control to another, no element has it, and a part that is rendered then must not take it.
  useEffect(() => {
    if (!host.current) return;
    const observer = new MutationObserver(() => {
      if (control.current?.isConnected === false) hold();
    });
    observer.observe(host.current, {childList: true, subtree: true});
    return () => observer.disconnect();
  }, [host, wanted]);
  return {
    onFocusIn: ({target}) => {
      if (target instanceof Element) control.current = target;
    },
    onFocusOut: ({target, relatedTarget}) => {
      if (relatedTarget !== null) control.current = null;
      // No element has the focus now. The control is removed in this task, or the user clicked on an empty place.
      queueMicrotask(() => {
        const {current} = control;
        if (current !== null && current === target && isLeft(current)) control.current = null;
      });
    },
  };
}
