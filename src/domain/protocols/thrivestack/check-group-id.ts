import {quote, showValue} from '../../checks/describe-value';
import {toFieldName} from '../../checks/to-field-name';
import {toIssue} from '../../checks/to-issue';
import type {DecodedEvent} from '../../inspection';
import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import type {AddIssue} from '../protocol';
import type {StandardEvent} from './standard-event';

/** Where a group id has been found instead: the oldest tables list the top level, Segment's users write groupId. */
const otherPlaces: readonly (readonly ['' | 'context' | 'properties', string])[] = [
  ['', 'group_id'],
  ['', 'groupId'],
  ['context', 'groupId'],
  ['properties', 'group_id'],
  ['properties', 'groupId'],
];

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

function findElsewhere(value: JsonObject): Elsewhere | null {
  for (const [place, key] of otherPlaces) {
    const holder = place === '' ? value : value[place];
    const id = isJsonObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
    if (typeof id === 'number' || (typeof id === 'string' && id !== ''))
      return {pointer: place === '' ? `/${key}` : `/${place}/${key}`, value: id};
  }
  return null;
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
