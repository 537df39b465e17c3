import type {RefObject} from 'preact';
import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';

export interface HeldFocus {
  onFocusIn(event: FocusEvent): void;
  onFocusOut(event: FocusEvent): void;
}

/** Whether the user moved the focus away from a control that is still there; if the window lost it, it comes back. */
function isLeft(control: EventTarget | null): boolean {
  return (
    control instanceof Element &&
    control.isConnected &&
    !control.matches(':disabled') &&
    document.activeElement !== control
  );
}

/**
 * Keeps the focus inside when the focused control is gone, for example a field that was left: moves it to the first
 * element that matches `wanted`; null: to the host itself.
 */
export function useHeldFocus(host: RefObject<HTMLElement | null>, wanted: string | null): HeldFocus {
  const held = useRef(false);
  const control = useRef<EventTarget | null>(null);
  const hold = () => {
    const {current} = host;
    if (!held.current || !current || document.activeElement !== document.body) return;
    const next = wanted === null ? current : current.querySelector<HTMLElement>(wanted);
    next?.focus();
  };
  useLayoutEffect(hold);
  // A part of the host may be rendered alone, such as a list whose last “Show more” was pressed. While the focus goes from
  // one control to another, no element has it, and a part that is rendered then must not take it.
  useEffect(() => {
    if (!host.current) return;
    const observer = new MutationObserver(() => {
      if (control.current instanceof Element && !control.current.isConnected) hold();
    });
    observer.observe(host.current, {childList: true, subtree: true});
    return () => observer.disconnect();
  }, [host, wanted]);
  return {
    onFocusIn: ({target}) => {
      held.current = true;
      control.current = target;
    },
    onFocusOut: ({target, relatedTarget}) => {
      if (relatedTarget !== null) held.current = false;
      // No element has the focus now. The control is removed in this task, or the user clicked on an empty place.
      queueMicrotask(() => {
        if (isLeft(target)) held.current = false;
      });
    },
  };
}
