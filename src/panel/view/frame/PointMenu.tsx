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
 * A menu at the pointer, or at the row with the focus. It closes with Escape, Tab, a press elsewhere, and when its
 * row moves; the focus returns to where it was.
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
    // `manual`: the press that opens it is not over yet, and its end would close an automatic one.
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

/** Below and right of the point, as far as there is room in the window. */
function place(menu: HTMLElement, {x, y}: {x: number; y: number}): void {
  const {width, height} = menu.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  menu.style.left = `${Math.max(EDGE, Math.min(x, clientWidth - width - EDGE))}px`;
  menu.style.top = `${Math.max(EDGE, Math.min(y, clientHeight - height - EDGE))}px`;
}
