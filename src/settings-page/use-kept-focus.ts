import type {RefObject} from 'preact';
import {useEffect} from 'preact/hooks';

/**
 * Moves the focus to the heading of its section when the focused control is removed, at once or once that is stored: a
 * button that removes its own row, or a preview that was answered.
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
    current.addEventListener('focusin', note);
    observer.observe(current, {childList: true, subtree: true});
    return () => {
      current.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, [page]);
}
