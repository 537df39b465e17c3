import type {nameOf as readName, isShown as readShown, selectorOfRole as roles} from './accessible-name';

declare const selectorOfRole: typeof roles;
declare const nameOf: typeof readName;
declare const isShown: typeof readShown;

/** Something that can be pressed, chosen or typed into. */
export interface Control {
  role: string;
  name: string;
  /** The index among controls with this role and name, from 0. */
  nth: number;
  /** The name of the closest named part of the page around it: a dialog, menu, region, toolbar or group. */
  place: string;
  disabled: boolean;
}

/** Runs inside the page, like `locate`: all visible controls, by role. */
export function listControls(): Control[] {
  const controlRoles = [
    ...['button', 'link', 'textbox', 'searchbox', 'spinbutton', 'checkbox', 'radio', 'combobox'],
    ...['switch', 'tab', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'option', 'slider', 'separator'],
  ];
  const places =
    'dialog, section, form, fieldset, nav, [popover], [role=dialog], [role=alertdialog], [role=menu], [role=toolbar], [role=tablist], [role=group], [role=treegrid], [role=status]';
  const modal = document.querySelector('dialog:modal');

  function placeOf(element: Element): string {
    for (let at = element.closest(places); at !== null; at = at.parentElement?.closest(places) ?? null) {
      const labelledBy = document.getElementById(at.getAttribute('aria-labelledby') ?? '')?.textContent;
      const legend = at.querySelector(':scope > legend')?.textContent;
      const name = at.getAttribute('aria-label') ?? labelledBy ?? legend ?? at.id;
      if (name) return name;
    }
    return '';
  }

  return controlRoles.flatMap((role) => {
    const counts = new Map<string, number>();
    return [...document.querySelectorAll(selectorOfRole[role] ?? `[role=${role}]`)].flatMap((element) => {
      if (!isShown(element)) return [];
      const name = nameOf(element);
      const nth = counts.get(name) ?? 0;
      counts.set(name, nth + 1);
      const isOther = (element.getAttribute('role') ?? role) !== role;
      // A divider between menu items is a separator, too.
      const isLine = role === 'separator' && !element.hasAttribute('tabindex');
      if (isOther || isLine || (modal !== null && !modal.contains(element))) return [];
      const disabled = element.matches(':disabled, [aria-disabled=true]');
      return [{role, name, nth, place: placeOf(element), disabled}];
    });
  });
}
