import type {ComponentChildren, JSX} from 'preact';
import {useRef} from 'preact/hooks';

interface MenuProps {
  id: string;
  /** Accessible name of the button that opens it. */
  label: string;
  Icon: () => JSX.Element;
  /** `close` is for items that are done when they are pressed. */
  children: (close: () => void) => ComponentChildren;
}

/** A button with choices below it. */
export function Menu({id, label, Icon, children}: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" class="icon-button" aria-label={label} ref={button} popovertarget={id}>
        <Icon />
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu, and nothing behind it */}
      <div
        class="menu"
        id={id}
        popover="auto"
        ref={menu}
        onBeforeToggle={() => place(button.current, menu.current)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.stopPropagation();
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

/** A choice that is made with one press, which closes the menu. */
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

/** Below its button, ending where the button ends. */
function place(button: HTMLElement | null, menu: HTMLElement | null): void {
  const box = button?.getBoundingClientRect();
  if (!box || !menu) return;
  menu.style.top = `${box.bottom + 2}px`;
  menu.style.right = `${document.documentElement.clientWidth - box.right}px`;
}
