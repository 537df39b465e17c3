import {checkPlaceholderId} from '../../checks/check-placeholder-id';
import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {showValue} from '../../verdict/describe-value';
import type {IssueFacts} from '../../verdict/to-issue';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue} from '../protocol';
import type {CallType} from './call-type';
import type {Dialect} from './dialect';

/** Reports what a call needs and has not: who did it, the group of a group call, the name of a track call. */
export function checkCallIds(
  event: number,
  call: JsonObject,
  type: CallType | null,
  {seed}: Dialect,
  add: AddIssue,
): void {
  if (isMissing(call.userId) && isMissing(call.anonymousId)) add(reportUser(event, call, seed));
  if (type === 'group' && isMissing(call.groupId)) add(reportGroup(event, call, seed));
  if (type === 'track' && isMissing(call.event)) add(reportName(event, call));
  for (const field of ['userId', 'anonymousId', 'groupId'])
    checkPlaceholderId(event, `/${field}`, call[field], add);
  if (isJsonObject(call.context)) checkPlaceholderId(event, '/context/groupId', call.context.groupId, add);
}

function isMissing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function describeMissing(value: JsonValue | undefined): string {
  return value === undefined ? 'missing' : value === null ? 'null' : 'empty';
}

function reportUser(event: number, call: JsonObject, seed: string) {
  const other = findOther(call, ['user_id', 'userID', 'userid', 'anonymous_id', 'anonymousID']);
  return toIssue('missing-user-id', {
    event,
    pointer: '/userId',
    message: `userId and anonymousId are both missing, so the call belongs to nobody; ${other ? `rename ${other}` : 'send one of them'}.`,
    expected: 'userId or anonymousId',
    ...(other ? {found: other} : {}),
    source: `${seed}, Identities`,
  });
}

function reportGroup(event: number, call: JsonObject, seed: string) {
  const {context, traits, groupId} = call;
  const inContext = isJsonObject(context) && !isMissing(context.groupId) ? 'context.groupId' : null;
  const inTraits = isJsonObject(traits) && !isMissing(traits.groupId) ? 'traits.groupId' : null;
  const other = findOther(call, ['group_id', 'groupID', 'groupid']) ?? inContext ?? inTraits;
  const remedy = other ? `send what stands in ${other} as groupId` : 'send the id of the group';
  const facts: IssueFacts = {
    event,
    pointer: '/groupId',
    message: `groupId is ${describeMissing(groupId)}, though a group call requires it; ${remedy}.`,
    expected: 'the id of the group',
    found: showValue(groupId),
    source: `${seed}, Group ID`,
    // Everywhere else it may depend on the event; a group call is about nothing but its group.
    severity: 'error',
  };
  return toIssue('missing-group-id', facts);
}

function reportName(event: number, call: JsonObject) {
  const other = findOther(call, ['event_name', 'eventName', 'name']);
  return toIssue('missing-event-name', {
    event,
    pointer: '/event',
    message: `event is ${describeMissing(call.event)}, though a track call requires it; ${other ? `rename ${other}` : 'name what happened, for example "Signed Up"'}.`,
    expected: 'a name, such as "Signed Up"',
    found: showValue(call.event),
    source: 'Segment Spec, Track',
  });
}

function findOther(call: JsonObject, names: readonly string[]): string | null {
  return names.find((name) => typeof call[name] === 'string' && call[name] !== '') ?? null;
}
