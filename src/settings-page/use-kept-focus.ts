import type {RefObject} from 'preact';
import {useEffect} from 'preact/hooks';

/**
 * Moves the focus to the heading of its section when the focused control is removed, at once or once that is stored: a
 * button that removes its own row, or a preview that was answered. If the user moved the focus away, it stays there.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const {current} = page;
    if (!current) return;
    let last: {control: Element; section: Element | null} | null = null;
    const note = ({target}: FocusEvent) => {
      if (target instanceof Element) last = {control: target, section: target.closest('section')};
    };
    const observer = new MutationObserver(() => {
      if (last === null || last.control.isConnected || document.activeElement !== document.body) return;
      const heading = last.section?.querySelector('h2');
      last = null;
      heading?.setAttribute('tabindex', '-1');
      heading?.focus();
    });
    const leave = ({target}: FocusEvent) =>
      // Later, since a control that is removed is still there when it loses the focus.
      queueMicrotask(() => {
        if (
          last?.control === target &&
          last.control.isConnected &&
          !last.control.matches(':disabled, :focus')
        )
          last = null;
      });
    current.addEventListener('focusin', note);
    current.addEventListener('focusout', leave);
    observer.observe(current, {childList: true, subtree: true});
    return () => {
      current.removeEventListener('focusin', note);
      current.removeEventListener('focusout', leave);
      observer.disconnect();
    };
  }, [page]);
}
