import {checkPlaceholderId} from '../../checks/check-placeholder-id';
import {isRealId} from '../../checks/is-real-id';
import {isBlank} from '../../checks/placeholders';
import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue} from '../protocol';
import {readId} from '../read-event';
import type {ObjectEvent} from '../thrivestack/object-event';
import {groupApi, groupApi2025} from './documents';

/** Reports a group call without its `group_id`, one whose two IDs differ, and one without the type of the group. */
export function checkGroup(event: ObjectEvent, add: AddIssue): void {
  const {index, value} = event;
  checkPlaceholderId(index, '/group_id', value.group_id, add);
  if (!isId(value.group_id)) add(reportMissing(event));
  else if (isRealId(value.group_id)) checkContextId(event, value.group_id, add);
  const {traits} = value;
  if (isJsonObject(traits) && !Object.hasOwn(traits, 'group_type')) add(reportType(index));
}

function checkContextId({index, value: event, exact}: ObjectEvent, own: JsonValue, add: AddIssue): void {
  const value = isJsonObject(event.context) ? event.context.group_id : undefined;
  // As a number it is the same ID, and its type has its own issue.
  const isSame = readId(event, '/context/group_id', exact) === readId(event, '/group_id', exact);
  if (!isId(value) || isSame) return;
  add(
    toIssue('conflicting-group-id', {
      event: index,
      pointer: '/context/group_id',
      params: {value, own, ownDigits: exact?.get('/group_id'), field: 'group_id'},
      source: groupApi('Request body'),
      fixes: ['remove-property'],
    }),
  );
}

function reportMissing({index, value}: ObjectEvent) {
  const elsewhere = findElsewhere(value);
  return toIssue('missing-group-id', {
    event: index,
    pointer: '/group_id',
    params: {value: value.group_id, elsewhere, name: null, isCall: true},
    // The sample of 2025 has it only in its context, next to a table that requires it at the top.
    severity: elsewhere === '/context/group_id' ? 'warning' : 'error',
    source: groupApi('Request body'),
    fixes: elsewhere === null ? ['add-group-id'] : ['move-group-id'],
  });
}

function findElsewhere({groupId, context}: JsonObject): string | null {
  const {group_id, groupId: inContext} = isJsonObject(context) ? context : {};
  if (isRealId(groupId)) return '/groupId';
  if (isRealId(group_id)) return '/context/group_id';
  return isRealId(inContext) ? '/context/groupId' : null;
}

function isId(value: JsonValue | undefined): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && !isBlank(value));
}

function reportType(event: number) {
  return toIssue('missing-property', {
    event,
    pointer: '/traits/group_type',
    params: {name: null, alternatives: ['group_type']},
    source: groupApi2025('Group Traits'),
  });
}
