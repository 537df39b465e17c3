import type {AddIssue} from '../protocols/protocol';
import type {Severity} from '../verdict/issue';
import {toIssue} from '../verdict/to-issue';

/** Words that stand in for an id: those that a program makes by accident, and those that may be meant. */
const placeholders: ReadonlyMap<string, Severity> = new Map([
  ...['undefined', 'null', 'NaN', 'None', 'nil', '[object Object]'].map((word) => [word, 'warning'] as const),
  ...['unknown', 'anonymous', 'unassigned', 'default_account', 'default', 'test'].map(
    (word) => [word, 'info'] as const,
  ),
]);

/** Reports an id that is a placeholder, such as "undefined". */
export function checkPlaceholderId(event: number, pointer: string, id: unknown, add: AddIssue): void {
  if (typeof id !== 'string') return;
  const severity = placeholders.get(id);
  if (severity !== undefined) add(toIssue('placeholder-id', {event, pointer, params: {id}, severity}));
}
