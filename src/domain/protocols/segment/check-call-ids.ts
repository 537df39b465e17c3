import {checkPlaceholderId, checkPlaceholderName} from '../../checks/check-placeholder-id';
import {isRealId} from '../../checks/is-real-id';
import {isBlank} from '../../checks/placeholders';
import {isJsonObject, type JsonObject} from '../../json/json-value';
import {segmentSpec} from '../../verdict/documents';
import type {Source} from '../../verdict/source';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue} from '../protocol';
import type {EventType} from '../wire-format';
import type {Dialect} from './dialect';

/** Reports missing required fields of a call: the user, the group of a group call, the name of a track call. */
export function checkCallIds(
  event: number,
  call: JsonObject,
  type: EventType | null,
  {groupSpec}: Dialect,
  add: AddIssue,
): void {
  if (isBlank(call.userId) && isBlank(call.anonymousId))
    add(reportUser(event, call, groupSpec('Identities')));
  if (type === 'group' && isBlank(call.groupId)) add(reportGroup(event, call, groupSpec('Group ID')));
  if (type === 'track') {
    if (isBlank(call.event)) add(reportName(event, call));
    else checkPlaceholderName(event, '/event', call.event, add);
  }
  for (const field of ['userId', 'anonymousId', 'groupId'])
    checkPlaceholderId(event, `/${field}`, call[field], add);
  if (isJsonObject(call.context)) checkPlaceholderId(event, '/context/groupId', call.context.groupId, add);
}

function reportUser(event: number, call: JsonObject, source: Source) {
  const misspelt = findOtherId(call, ['user_id', 'userID', 'userid', 'anonymous_id', 'anonymousID']);
  const params = {value: call.userId, misspelt};
  return toIssue('missing-user-id', {event, pointer: '/userId', params, source});
}

function reportGroup(event: number, call: JsonObject, source: Source) {
  const {context, traits, groupId} = call;
  const inContext = isJsonObject(context) && isRealId(context.groupId) ? '/context/groupId' : null;
  const inTraits = isJsonObject(traits) && isRealId(traits.groupId) ? '/traits/groupId' : null;
  const misspelt = findOtherId(call, ['group_id', 'groupID', 'groupid']);
  const elsewhere = misspelt === null ? (inContext ?? inTraits) : `/${misspelt}`;
  return toIssue('missing-group-id', {
    event,
    pointer: '/groupId',
    params: {value: groupId, elsewhere, name: null, isCall: true},
    source,
    // For other calls it may depend on the event; a group call is only about its group.
    severity: 'error',
  });
}

function reportName(event: number, call: JsonObject) {
  const misspelt = findOther(call, ['event_name', 'eventName', 'name']);
  return toIssue('missing-event-name', {
    event,
    pointer: '/event',
    params: {value: call.event, misspelt, example: 'Signed Up'},
    source: trackSpec,
  });
}

const trackSpec = segmentSpec('Track');

function findOther(call: JsonObject, names: readonly string[]): string | null {
  return names.find((name) => typeof call[name] === 'string' && !isBlank(call[name])) ?? null;
}

function findOtherId(call: JsonObject, names: readonly string[]): string | null {
  return names.find((name) => typeof call[name] === 'string' && isRealId(call[name])) ?? null;
}
