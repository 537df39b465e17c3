import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import type {OtherBody} from '../../verdict/describe/body-words';
import type {Issue} from '../../verdict/issue';
import {toIssue} from '../../verdict/to-issue';
import type {Batch} from '../protocol';

/**
 * An array is the documented body, a bare object the oldest one; bodies of other APIs at the same path are reported
 * as not being a batch.
 */
export function createToBatch(expected: string, eventFields: readonly string[]): (body: JsonValue) => Batch {
  return (body) => {
    const other = nameOther(body, eventFields);
    if (other !== null) return none(notAnEvent(other, expected));
    if (Array.isArray(body)) return readArray(body);
    if (isJsonObject(body)) return readObject(body);
    return none(toIssue('body-not-array', {...whole, params: {value: body, expected}}));
  };
}

const whole = {event: null, pointer: ''} as const;

function none(...issues: Issue[]): Batch {
  return {entries: [], toPointer: () => '', issues};
}

function readArray(body: JsonValue[]): Batch {
  const batch: Batch = {entries: body, toPointer: (index) => `/${index}`, issues: []};
  if (body.length === 0) batch.issues.push(toIssue('empty-batch', {...whole, params: {entry: 'event'}}));
  return batch;
}

function readObject(body: JsonObject): Batch {
  const bare = toIssue('bare-object', {...whole, params: {}, fixes: ['wrap-in-array']});
  return {entries: [body], toPointer: () => '', issues: [bare]};
}

/** The kind of body that is not an event: GraphQL, or an object without any field of an event. Null for every other body. */
function nameOther(body: JsonValue, eventFields: readonly string[]): OtherBody | null {
  const first = Array.isArray(body) ? body[0] : undefined;
  if (isJsonObject(first) && isGraphql(first)) return {kind: 'graphql-batch'};
  if (!isJsonObject(body)) return null;
  if (Object.keys(body).length === 0) return {kind: 'empty-object'};
  if (isGraphql(body)) return {kind: 'graphql'};
  const wrapper = ['events', 'batch', 'data'].find((field) => Array.isArray(body[field]));
  if (wrapper && wrapsEvents(body, wrapper, eventFields)) return {kind: 'wrapper', field: wrapper};
  if (hasAny(body, eventFields)) return null;
  return wrapper ? {kind: 'wrapper', field: wrapper} : {kind: 'no-event-field'};
}

/** Whether the list consists of events, and what is beside it, such as a common `context`, is not one itself. */
function wrapsEvents(body: JsonObject, wrapper: string, eventFields: readonly string[]): boolean {
  const [first] = body[wrapper] as JsonValue[];
  const isEvent = hasAny(body, ['event_name', 'event', 'properties', 'traits']);
  return !isEvent && isJsonObject(first) && hasAny(first, eventFields);
}

function hasAny(body: JsonObject, fields: readonly string[]): boolean {
  return fields.some((field) => Object.hasOwn(body, field));
}

function isGraphql(body: JsonObject): boolean {
  if (Object.hasOwn(body, 'event_name') || Object.hasOwn(body, 'event')) return false;
  if (typeof body.query === 'string')
    return /^\s*(#|\{|query\b|mutation\b|subscription\b|fragment\b)/.test(body.query);
  return (
    typeof body.operationName === 'string' && (isJsonObject(body.variables) || isJsonObject(body.extensions))
  );
}

function notAnEvent(other: OtherBody, expected: string): Issue {
  // An empty body, or one that wraps events, was meant for this API; all others may belong to another one.
  const severity = other.kind === 'empty-object' || other.kind === 'wrapper' ? 'error' : 'warning';
  return toIssue('not-an-event', {...whole, params: {other, expected}, severity});
}
