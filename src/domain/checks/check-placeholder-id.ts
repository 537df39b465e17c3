import type {AddIssue} from '../protocols/protocol';
import {quote} from '../verdict/describe-value';
import type {Severity} from '../verdict/issue';
import {toFieldName} from '../verdict/to-field-name';
import {toIssue} from '../verdict/to-issue';

/** Words that stand in for an id: those that a program makes by accident, and those that may be meant. */
const placeholders: ReadonlyMap<string, Severity> = new Map([
  ...['undefined', 'null', 'NaN', 'None', 'nil', '[object Object]'].map((word) => [word, 'warning'] as const),
  ...['unknown', 'anonymous', 'unassigned', 'default_account', 'default', 'test'].map(
    (word) => [word, 'info'] as const,
  ),
]);

/** Reports an id that is none, such as "undefined". */
export function checkPlaceholderId(event: number, pointer: string, id: unknown, add: AddIssue): void {
  const severity = typeof id === 'string' ? placeholders.get(id) : undefined;
  if (severity === undefined) return;
  add(
    toIssue('placeholder-id', {
      event,
      pointer,
      message: `${toFieldName(pointer)} is ${quote(String(id))}, a stand-in that counts all such events as one; send the real id.`,
      expected: 'a real id',
      found: quote(String(id)),
      severity,
    }),
  );
}
