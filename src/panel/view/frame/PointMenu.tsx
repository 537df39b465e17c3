import type {ComponentChildren} from 'preact';
import {useEffect, useLayoutEffect, useRef} from 'preact/hooks';
import {useLayer} from '../keyboard/KeyboardScope';
import {moveInMenu} from './move-in-menu';

interface PointMenuProps {
  label: string;
  /** Where it opens, in the window. */
  at: {x: number; y: number};
  onClose(): void;
  children: ComponentChildren;
}

/**
 * A menu where the pointer is, or the row that has the keyboard. It closes with Escape, Tab, a press elsewhere, and
 * when what it is about moves away below it; the keyboard goes back where it was.
 */
export function PointMenu({label, at, onClose, children}: PointMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayer('menu', onClose);
  useLayoutEffect(() => {
    const element = menu.current;
    const before = document.activeElement;
    if (!element) return;
    element.showPopover();
    place(element, at);
    moveInMenu(element, 'Home');
    return () => {
      if (before instanceof HTMLElement && element.contains(document.activeElement)) before.focus();
    };
  }, [at]);
  useCloseFromOutside(menu, onClose);
  return (
    // `manual`: the press that opens it is still down, and its end would close an automatic one.
    <div
      class="menu menu-list"
      role="menu"
      aria-label={label}
      popover="manual"
      tabIndex={-1}
      ref={menu}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Tab') onClose();
        if (event.key === 'Tab' || moveInMenu(event.currentTarget, event.key)) event.preventDefault();
      }}
    >
      {children}
    </div>
  );
}

function useCloseFromOutside(menu: {current: HTMLElement | null}, onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const close = (event: Event) => {
      if (event.target instanceof Node && menu.current?.contains(event.target)) return;
      latest.current();
    };
    const events = ['pointerdown', 'wheel', 'resize', 'blur'];
    for (const name of events) window.addEventListener(name, close, {passive: true});
    return () => {
      for (const name of events) window.removeEventListener(name, close);
    };
  }, [menu]);
}

const EDGE = 4;

/** Below and right of the point, as far as the window has room. */
function place(menu: HTMLElement, {x, y}: {x: number; y: number}): void {
  const {width, height} = menu.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  menu.style.left = `${Math.max(EDGE, Math.min(x, clientWidth - width - EDGE))}px`;
  menu.style.top = `${Math.max(EDGE, Math.min(y, clientHeight - height - EDGE))}px`;
}
