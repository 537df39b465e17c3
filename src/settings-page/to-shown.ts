import {cutText, escapeHidden} from '../domain/bytes/hidden-characters';

const MAX_LENGTH = 160;

/** Text of a file on one line: its beginning, with invisible characters escaped. */
export function toShown(text: string): string {
  return cutText(escapeHidden(text.slice(0, MAX_LENGTH + 1)), MAX_LENGTH);
}
