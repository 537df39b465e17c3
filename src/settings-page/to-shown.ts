import {escapeHidden} from '../domain/bytes/hidden-characters';

const MAX_LENGTH = 160;

/** Text of a file on one line: its beginning, with invisible characters escaped. */
export function toShown(text: string): string {
  const shown = escapeHidden(text.slice(0, MAX_LENGTH + 1));
  return shown.length > MAX_LENGTH ? `${shown.slice(0, MAX_LENGTH)}…` : shown;
}
