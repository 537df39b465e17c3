import type {nameOf as readName, isShown as readShown, selectorOfRole as roles} from './accessible-name';
import type {nextFrame as untilFrame} from './frames';

/**
 * Describes an element of a page as a user would: by its role and accessible name, or by CSS if it has none, and its
 * text.
 */
export interface Target {
  role?: string;
  /** Accessible name: the complete name, or a part with `exact: false`. */
  name?: string;
  exact?: boolean;
  css?: string;
  /** A part of the text inside. */
  text?: string;
  /** The index if several match, from 0. */
  nth?: number;
  /** Only inside the first element that matches this CSS selector. */
  within?: string;
  /** Focuses it. */
  focus?: boolean;
}

/** The element found and how many match in all. */
export interface Located {
  count: number;
  /** The center of the element, after it was scrolled into view. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Its center is not covered by anything. */
  reachable: boolean;
  /** The page has noticed that the mouse is there. */
  hovered: boolean;
  disabled: boolean;
  focused: boolean;
  /** Whether it is pressed, checked, selected or expanded, as defined by ARIA; null if it has no such state. */
  state: string | null;
  text: string;
  value: string | null;
}

declare const selectorOfRole: typeof roles;
declare const nameOf: typeof readName;
declare const isShown: typeof readShown;
declare const nextFrame: typeof untilFrame;

/** Runs inside the page, the same in every browser; may only use itself and the functions of page-script.ts. */
export function locate(target: Target): Located | null {
  const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

  function matches(element: Element): boolean {
    if (target.name !== undefined) {
      const name = nameOf(element);
      if (target.exact === false ? !name.includes(target.name) : name !== target.name) return false;
    }
    if (target.text !== undefined && !clean(element.textContent).includes(target.text)) return false;
    return isShown(element);
  }

  const scope: ParentNode | null = target.within ? document.querySelector(target.within) : document;
  const selector =
    target.css ?? (target.role ? (selectorOfRole[target.role] ?? `[role=${target.role}]`) : '*');
  const found = [...(scope?.querySelectorAll(selector) ?? [])].filter(matches);
  // Without a role or selector, the innermost element with that text is meant.
  const meant =
    target.css || target.role
      ? found
      : found.filter((one) => !found.some((other) => other !== one && one.contains(other)));
  const element = meant[target.nth ?? 0];
  if (element === undefined) return null;
  element.scrollIntoView({block: 'nearest', inline: 'nearest', behavior: 'instant'});
  if (target.focus && element instanceof HTMLElement) element.focus();
  const box = element.getBoundingClientRect();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const top = document.elementFromPoint(x, y);
  return {
    count: meant.length,
    x,
    y,
    width: box.width,
    height: box.height,
    reachable: top !== null && (element.contains(top) || top.contains(element)),
    hovered: element.matches(':hover') || top?.matches(':hover') === true,
    disabled: element.matches(':disabled, [aria-disabled=true]'),
    focused: element.contains(document.activeElement),
    state:
      ['pressed', 'checked', 'selected', 'expanded']
        .map((name) => element.getAttribute(`aria-${name}`))
        .find((state) => state !== null) ??
      (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)
        ? String(element.checked)
        : null),
    text: clean(element.textContent),
    value: 'value' in element && typeof element.value === 'string' ? element.value : null,
  };
}

/** Runs inside the page, like `locate`: the element once it was in the same place for two frames, else null. */
export async function locateAtRest(target: Target): Promise<Located | null> {
  const before = locate(target);
  if (before === null) return null;
  await nextFrame();
  await nextFrame();
  const after = locate(target);
  return after !== null && after.x === before.x && after.y === before.y ? after : null;
}

/** Runs inside the page, like `locate`: the element once it has noticed the mouse, or after three frames. */
export async function locateUnderMouse(target: Target): Promise<Located | null> {
  let found = locate(target);
  for (let frame = 0; frame < 3 && found !== null && !(found.hovered && found.reachable); frame++) {
    await nextFrame();
    found = locate(target);
  }
  return found;
}
