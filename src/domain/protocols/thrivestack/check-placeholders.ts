import {quote} from '../../checks/describe-value';
import type {Severity} from '../../checks/issue';
import {toFieldName} from '../../checks/to-field-name';
import {toIssue} from '../../checks/to-issue';
import type {DecodedEvent} from '../../inspection';
import {isJsonObject, type JsonObject} from '../../json/json-value';
import type {AddIssue} from '../protocol';

/** Words that stand in for an id: those that a program makes by accident, and those that may be meant. */
const placeholders: ReadonlyMap<string, Severity> = new Map([
  ...['undefined', 'null', 'NaN', 'None', 'nil', '[object Object]'].map((word) => [word, 'warning'] as const),
  ...['unknown', 'anonymous', 'unassigned', 'default_account', 'default', 'test'].map(
    (word) => [word, 'info'] as const,
  ),
]);

/** Reports ids that are no ids, such as "undefined". */
export function checkPlaceholders(event: DecodedEvent & {value: JsonObject}, add: AddIssue): void {
  const {user_id, context} = event.value;
  check(event.index, '/user_id', user_id, add);
  if (isJsonObject(context)) check(event.index, '/context/group_id', context.group_id, add);
}

function check(event: number, pointer: string, id: unknown, add: AddIssue): void {
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
