import type {JsonObject} from '../../json/json-value';
import type {DecodedEvent} from '../../verdict/inspection';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue, CheckContext} from '../protocol';
import {eventTypes} from '../wire-format';
import {readPathType, toCallType} from './call-type';

/** Reports a call without a type, or with an unknown one. */
export function checkCallType(
  event: DecodedEvent & {value: JsonObject},
  {request}: CheckContext,
  add: AddIssue,
): void {
  const {type} = event.value;
  const path = event.pointer === '' ? readPathType(request.url) : null;
  if (type === undefined || type === null || type === '') {
    // Paths such as `/v1/group` determine the type.
    if (path === null || path === 'batch') add(reportMissing(event.index, type));
  } else if (typeof type !== 'string') return;
  else if (!eventTypes.some((known) => known === type)) add(reportUnknown(event.index, type));
  else if (path !== null && path !== 'batch' && path !== type) add(reportConflict(event.index, type, path));
}

function reportMissing(event: number, value: unknown) {
  return toIssue('missing-call-type', {event, pointer: '/type', params: {value}});
}

function reportUnknown(event: number, type: string) {
  return toIssue('unknown-call-type', {event, pointer: '/type', params: {type, meant: toCallType(type)}});
}

function reportConflict(event: number, type: string, path: string) {
  return toIssue('conflicting-call-type', {event, pointer: '/type', params: {type, path}});
}
