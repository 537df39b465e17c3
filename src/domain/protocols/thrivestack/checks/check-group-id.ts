import {isRealId} from '../../../checks/is-real-id';
import {isBlank} from '../../../checks/placeholders';
import {isJsonObject, type JsonObject, type JsonValue} from '../../../json/json-value';
import type {DecodedEvent} from '../../../verdict/inspection';
import {toIssue} from '../../../verdict/to-issue';
import type {AddIssue} from '../../protocol';
import {readId} from '../../read-event';
import type {StandardEvent} from '../standard-event';

/** Reports a missing `context.group_id`, a group ID in another place, and one that differs from it. */
export function checkGroupId(
  event: DecodedEvent & {value: JsonObject},
  standard: StandardEvent | null,
  add: AddIssue,
): void {
  const {context} = event.value;
  const own = isJsonObject(context) ? context.group_id : undefined;
  const sent = (pointer: string) => readId(event.value, pointer, event.exact);
  const isMissing = isBlank(own);
  const hasOwn = isRealId(own);
  // An ID that is repeated correctly must not hide one that differs; as a number it is still the same ID. Moving
  // "undefined" to the right place would only hide that the ID is missing.
  const other = findElsewhere(event.value).find(({pointer, value}) =>
    hasOwn ? sent(pointer) !== sent('/context/group_id') : isRealId(value),
  );
  if (isMissing) reportMissing(event, own, standard, other, add);
  if (!other) return;
  const {pointer, value} = other;
  add(
    hasOwn
      ? toIssue('conflicting-group-id', {
          event: event.index,
          pointer,
          params: {value, own, ownDigits: event.exact?.get('/context/group_id')},
          fixes: ['remove-property'],
        })
      : toIssue('misplaced-group-id', {
          event: event.index,
          pointer,
          params: {value},
          fixes: ['move-group-id'],
        }),
  );
}

interface Elsewhere {
  pointer: string;
  value: JsonValue;
}

/** Other places of a group ID: the oldest tables list the top level, Segment's users write groupId. */
function findElsewhere({group_id, groupId, context, properties}: JsonObject): Elsewhere[] {
  const inContext = isJsonObject(context) ? context : {};
  const inProperties = isJsonObject(properties) ? properties : {};
  const places: [string, JsonValue | undefined][] = [
    ['/group_id', group_id],
    ['/groupId', groupId],
    ['/context/groupId', inContext.groupId],
    ['/properties/group_id', inProperties.group_id],
    ['/properties/groupId', inProperties.groupId],
  ];
  return places.flatMap(([pointer, value]) => (isId(value) ? [{pointer, value}] : []));
}

function isId(value: JsonValue | undefined): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && !isBlank(value));
}

function reportMissing(
  event: DecodedEvent,
  own: JsonValue | undefined,
  standard: StandardEvent | null,
  other: Elsewhere | undefined,
  add: AddIssue,
): void {
  add(
    toIssue('missing-group-id', {
      event: event.index,
      pointer: '/context/group_id',
      params: {value: own, elsewhere: other?.pointer ?? null, name: event.name},
      fixes: other ? ['move-group-id'] : ['add-group-id'],
      severity: standard?.withoutAccount ?? 'warning',
    }),
  );
}
