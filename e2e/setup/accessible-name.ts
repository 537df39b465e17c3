/**
 * Roles and names for scripts that run inside a page; page-script.ts makes these functions available to them.
 * Supports those that the panel, the settings and the demo site use; other tests check with axe that they are right.
 */
export const selectorOfRole: Record<string, string> = {
  button: 'button, summary, [role=button]',
  link: 'a[href], [role=link]',
  textbox:
    'input:not([type]), input[type=text], input[type=email], input[type=url], input[type=password], textarea, [role=textbox]',
  searchbox: 'input[type=search], [role=searchbox]',
  spinbutton: 'input[type=number]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  radio: 'input[type=radio], [role=radio]',
  combobox: 'select, [role=combobox]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  listitem: 'li, [role=listitem]',
  table: 'table, [role=table]',
  region: 'section[aria-label], section[aria-labelledby], [role=region]',
  dialog: 'dialog, [role=dialog]',
};

/** Runs inside the page: must be self-contained. */
export function nameOf(element: Element): string {
  const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const toLabel = (label: Element | undefined) =>
    // The field inside is not part of its own name.
    [...(label?.childNodes ?? [])]
      .filter((node) => !(node instanceof Element && node.matches('input, select, textarea')))
      .map((node) => node.textContent)
      .join(' ');
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const labels = 'labels' in element ? (element.labels as NodeListOf<Element> | null) : null;
  const isField = /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);
  return (
    clean(ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')) ||
    clean(element.getAttribute('aria-label')) ||
    clean(toLabel(labels?.[0])) ||
    clean(isField ? null : element.textContent) ||
    clean(element.getAttribute('title')) ||
    clean(element.getAttribute('placeholder'))
  );
}

/** Runs inside the page: whether the element is visible to users and screen readers. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
}
