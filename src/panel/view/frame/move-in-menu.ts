/** The items of an open menu. */
export const CHOICES = 'button, input:not([type=file])';

/** Moves the focus among the items of an open menu; false: the key is not for the menu. */
export function moveInMenu(menu: HTMLElement, key: string): boolean {
  const choices = [...menu.querySelectorAll<HTMLElement>(CHOICES)];
  const place = choices.findIndex((choice) => choice.matches(':focus'));
  const target = toTarget(key, place, choices.length);
  if (target === null) return false;
  choices[target]?.focus();
  return true;
}

/** After the last item comes the first, and vice versa; `place` is -1 if none has the focus. */
export function toTarget(key: string, place: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (place + 1) % count;
    case 'ArrowUp':
      return place <= 0 ? count - 1 : place - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
