import type {JsonObject} from '../../json/json-value';
import {describeValue, showValue} from '../../verdict/describe-value';
import type {DecodedEvent} from '../../verdict/inspection';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue, CheckContext} from '../protocol';
import {callTypes, readPathType, toCallType} from './call-type';

const expected = callTypes.join(', ');

/** Reports a call that does not say what it is, or says it in a way that nobody knows. */
export function checkCallType(
  event: DecodedEvent & {value: JsonObject},
  {request}: CheckContext,
  add: AddIssue,
): void {
  const {type} = event.value;
  const path = event.pointer === '' ? readPathType(request.url) : null;
  if (type === undefined || type === null || type === '') {
    // `/v1/group` and its like say it for the call.
    if (path === null || path === 'batch') add(reportMissing(event.index, type));
  } else if (typeof type !== 'string') return;
  else if (!callTypes.some((known) => known === type)) add(reportUnknown(event.index, type));
  else if (path !== null && path !== 'batch' && path !== type) add(reportConflict(event.index, type, path));
}

function reportMissing(event: number, type: unknown) {
  const what = type === undefined ? 'missing' : describeValue(type);
  return toIssue('missing-call-type', {
    event,
    pointer: '/type',
    message: `type is ${what}, and nothing else says which call this is; send one of ${expected}.`,
    expected,
    found: showValue(type),
  });
}

function reportUnknown(event: number, type: string) {
  const meant = toCallType(type);
  return toIssue('unknown-call-type', {
    event,
    pointer: '/type',
    message: `type is ${describeValue(type)}, which no document knows; send ${meant ?? `one of ${expected}`}.`,
    expected: meant ?? expected,
    found: showValue(type),
  });
}

function reportConflict(event: number, type: string, path: string) {
  return toIssue('conflicting-call-type', {
    event,
    pointer: '/type',
    message: `type is ${describeValue(type)}, but the path takes ${path} calls; send the call to the path of its type, or in a batch.`,
    expected: path,
    found: type,
  });
}
