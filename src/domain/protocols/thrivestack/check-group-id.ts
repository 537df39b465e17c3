import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {quote, showValue} from '../../verdict/describe-value';
import type {DecodedEvent} from '../../verdict/inspection';
import {toFieldName} from '../../verdict/to-field-name';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue} from '../protocol';
import type {StandardEvent} from './standard-event';

/** Reports a missing `context.group_id`, where a group id stands instead, and one that differs from it. */
export function checkGroupId(
  event: DecodedEvent & {value: JsonObject},
  standard: StandardEvent | null,
  add: AddIssue,
): void {
  const {context} = event.value;
  const own = isJsonObject(context) ? context.group_id : undefined;
  const isMissing = own === undefined || own === null || own === '';
  const other = findElsewhere(event.value);
  if (isMissing) reportMissing(event, own, standard, other, add);
  if (!other || other.value === own) return;
  const name = toFieldName(other.pointer);
  const shown = showValue(other.value);
  add(
    isMissing
      ? toIssue('misplaced-group-id', {
          event: event.index,
          pointer: other.pointer,
          message: `The group id ${shown} stands in ${name}, where nobody reads it; move it to context.group_id.`,
          expected: 'context.group_id',
          found: name,
          fixes: ['move-group-id'],
        })
      : toIssue('conflicting-group-id', {
          event: event.index,
          pointer: other.pointer,
          message: `${name} is ${shown}, but context.group_id is ${showValue(own)}, and only that one counts; send one id.`,
          expected: showValue(own),
          found: shown,
          fixes: ['remove-property'],
        }),
  );
}

interface Elsewhere {
  pointer: string;
  value: JsonValue;
}

/** Where a group id is found instead: the oldest tables list the top level, Segment's users write groupId. */
function findElsewhere({group_id, groupId, context, properties}: JsonObject): Elsewhere | null {
  if (isId(group_id)) return {pointer: '/group_id', value: group_id};
  if (isId(groupId)) return {pointer: '/groupId', value: groupId};
  if (isJsonObject(context) && isId(context.groupId))
    return {pointer: '/context/groupId', value: context.groupId};
  if (!isJsonObject(properties)) return null;
  if (isId(properties.group_id)) return {pointer: '/properties/group_id', value: properties.group_id};
  return isId(properties.groupId) ? {pointer: '/properties/groupId', value: properties.groupId} : null;
}

function isId(value: JsonValue | undefined): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

function reportMissing(
  event: DecodedEvent,
  own: JsonValue | undefined,
  standard: StandardEvent | null,
  other: Elsewhere | null,
  add: AddIssue,
): void {
  const severity = standard?.withoutAccount ?? 'warning';
  const what = own === undefined ? 'missing' : own === null ? 'null' : 'empty';
  const who = event.name === null ? 'the event' : quote(event.name);
  const remedy = other ? `move it there from ${toFieldName(other.pointer)}` : 'add the id of the account';
  const why =
    severity === 'error' ? `so ${who} belongs to no account` : `so ${who} cannot be tied to an account`;
  add(
    toIssue('missing-group-id', {
      event: event.index,
      pointer: '/context/group_id',
      message: `context.group_id is ${what}, ${why}; ${remedy}.`,
      expected: 'the id of the account',
      found: showValue(own),
      fixes: other ? ['move-group-id'] : ['add-group-id'],
      severity,
    }),
  );
}
