import type {ComponentChildren, JSX} from 'preact';
import {useRef} from 'preact/hooks';
import {useLayerSwitch} from '../keyboard/KeyboardScope';
import {CHOICES, moveInMenu} from './move-in-menu';

interface MenuProps {
  id: string;
  /** Accessible name of the button that opens it. */
  label: string;
  Icon: () => JSX.Element;
  /** `close` is for items that close the menu when pressed. */
  children: (close: () => void) => ComponentChildren;
}

/**
 * A button with a menu below it; arrows, Home and End move the focus. The first item has the focus as soon as the
 * menu opens, so that nothing typed then is lost.
 */
export function Menu({id, label, Icon, children}: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const turnLayer = useLayerSwitch('menu', () => menu.current?.hidePopover());
  return (
    <>
      <button type="button" class="icon-button" aria-label={label} ref={button} popovertarget={id}>
        <Icon />
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the buttons inside */}
      <div
        class="menu"
        id={id}
        popover="auto"
        ref={menu}
        onBeforeToggle={({newState}) => {
          turnLayer(newState === 'open');
          place(button.current, menu.current);
          menu.current?.querySelector(CHOICES)?.setAttribute('autofocus', '');
        }}
        onKeyDown={(event) => {
          if (menu.current && moveInMenu(menu.current, event.key)) event.preventDefault();
        }}
      >
        {children(() => menu.current?.hidePopover())}
      </div>
    </>
  );
}

interface MenuItemProps {
  close(): void;
  onPick(): void;
  children: ComponentChildren;
}

/** An item that is chosen with one press, which closes the menu. */
export function MenuItem({close, onPick, children}: MenuItemProps) {
  return (
    <button
      type="button"
      class="menu-item"
      onClick={() => {
        close();
        onPick();
      }}
    >
      {children}
    </button>
  );
}

/** Below its button, aligned with the button's end, but not beyond the other edge of the panel. */
function place(button: HTMLElement | null, menu: HTMLElement | null): void {
  const box = button?.getBoundingClientRect();
  if (!box || !menu) return;
  menu.style.top = `${box.bottom + 2}px`;
  menu.style.maxWidth = `${box.right - 4}px`;
  menu.style.right = `${document.documentElement.clientWidth - box.right}px`;
}
