/** What an open menu has to choose from. */
export const CHOICES = 'button, input:not([type=file])';

/** Moves the keyboard among the choices of an open menu; false: the key does not do that. */
export function moveInMenu(menu: HTMLElement, key: string): boolean {
  const choices = [...menu.querySelectorAll<HTMLElement>(CHOICES)];
  const place = choices.findIndex((choice) => choice.matches(':focus'));
  const target = toTarget(key, place, choices.length);
  if (target === null) return false;
  choices[target]?.focus();
  return true;
}

/** Beyond the last choice comes the first, and the other way round; `place` is -1 where none has the keyboard. */
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
