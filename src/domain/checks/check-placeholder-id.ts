import type {AddIssue} from '../protocols/protocol';
import {toIssue} from '../verdict/to-issue';
import {findPlaceholder, isBlank} from './placeholders';

/** Reports an id that is a placeholder, such as "undefined" or an unfilled template. */
export function checkPlaceholderId(event: number, pointer: string, id: unknown, add: AddIssue): void {
  if (typeof id !== 'string' || isBlank(id)) return;
  const kind = findPlaceholder(id);
  if (kind === null) return;
  const severity = kind === 'intended' ? 'info' : 'warning';
  add(toIssue('placeholder-id', {event, pointer, params: {id}, severity}));
}

/** Reports a name that is a placeholder. A name may be any word, so only words that cannot be intended count. */
export function checkPlaceholderName(event: number, pointer: string, name: unknown, add: AddIssue): boolean {
  if (typeof name !== 'string' || isBlank(name)) return false;
  const kind = findPlaceholder(name);
  if (kind === null || kind === 'intended') return false;
  add(toIssue('placeholder-name', {event, pointer, params: {name}}));
  return true;
}
