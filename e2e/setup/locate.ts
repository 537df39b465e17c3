/** What a user would call a thing on a page: its role and accessible name, or CSS where it has none, and its text. */
export interface Target {
  role?: string;
  /** Accessible name: the whole of it, or a part with `exact: false`. */
  name?: string;
  exact?: boolean;
  css?: string;
  /** A part of the text inside. */
  text?: string;
  /** Which of several, from 0. */
  nth?: number;
  /** Only inside the first element that matches this CSS selector. */
  within?: string;
}

/** The element found and how many match in all. */
export interface Located {
  count: number;
  /** Its middle, after it was scrolled into view. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Nothing else covers its middle. */
  reachable: boolean;
  /** The page has noticed that the mouse is there. */
  hovered: boolean;
  disabled: boolean;
  focused: boolean;
  text: string;
  value: string | null;
}

/**
 * Runs inside the page, the same in every browser, so it must not refer to anything outside itself. It knows the roles
 * and the sources of names that the panel and the demo site use; axe judges elsewhere whether those are right.
 */
export function locate(target: Target): Located | null {
  const selectorOfRole: Record<string, string> = {
    button: 'button, summary, [role=button]',
    link: 'a[href], [role=link]',
    textbox: 'input:not([type]), input[type=text], input[type=email], textarea, [role=textbox]',
    searchbox: 'input[type=search], [role=searchbox]',
    checkbox: 'input[type=checkbox], [role=checkbox]',
    radio: 'input[type=radio], [role=radio]',
    combobox: 'select, [role=combobox]',
    heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
    listitem: 'li, [role=listitem]',
    table: 'table, [role=table]',
    region: 'section[aria-label], section[aria-labelledby], [role=region]',
    dialog: 'dialog, [role=dialog]',
  };
  const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

  function nameOf(element: Element): string {
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const referred = clean(ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
    const label =
      'labels' in element ? (element.labels as NodeListOf<Element> | null)?.[0]?.textContent : null;
    const isField = /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);
    return (
      referred ||
      clean(element.getAttribute('aria-label')) ||
      clean(label) ||
      clean(isField ? null : element.textContent) ||
      clean(element.getAttribute('title')) ||
      clean(element.getAttribute('placeholder'))
    );
  }

  function matches(element: Element): boolean {
    if (target.name !== undefined) {
      const name = nameOf(element);
      if (target.exact === false ? !name.includes(target.name) : name !== target.name) return false;
    }
    if (target.text !== undefined && !clean(element.textContent).includes(target.text)) return false;
    return element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
  }

  const scope: ParentNode | null = target.within ? document.querySelector(target.within) : document;
  const selector =
    target.css ?? (target.role ? (selectorOfRole[target.role] ?? `[role=${target.role}]`) : '*');
  const found = [...(scope?.querySelectorAll(selector) ?? [])].filter(matches);
  // Without a role or selector the innermost element with that text is meant.
  const meant =
    target.css || target.role
      ? found
      : found.filter((one) => !found.some((other) => other !== one && one.contains(other)));
  const element = meant[target.nth ?? 0];
  if (element === undefined) return null;
  element.scrollIntoView({block: 'nearest', inline: 'nearest', behavior: 'instant'});
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
    text: clean(element.textContent),
    value: 'value' in element && typeof element.value === 'string' ? element.value : null,
  };
}
