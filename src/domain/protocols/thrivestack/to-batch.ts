import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {describeValue, showValue} from '../../verdict/describe-value';
import type {Issue} from '../../verdict/issue';
import {toIssue} from '../../verdict/to-issue';
import type {Batch} from '../protocol';

const expected = 'an array of events';

/** An array is the documented body, a bare object the oldest one; another API's body at the same path is said to be none. */
export function toBatch(body: JsonValue): Batch {
  if (Array.isArray(body)) return readArray(body);
  if (isJsonObject(body)) return readObject(body);
  return none(
    toIssue('body-not-array', {
      event: null,
      pointer: '',
      message: `The body is ${describeValue(body)}; send ${expected}.`,
      expected,
      found: showValue(body),
    }),
  );
}

function none(...issues: Issue[]): Batch {
  return {entries: [], toPointer: () => '', issues};
}

function readArray(body: JsonValue[]): Batch {
  const [first] = body;
  if (isJsonObject(first) && isGraphql(first)) return none(notAnEvent('a batch of GraphQL operations'));
  const batch: Batch = {entries: body, toPointer: (index) => `/${index}`, issues: []};
  if (body.length === 0) {
    const message = 'The batch is empty; send at least one event, or nothing at all.';
    batch.issues.push(toIssue('empty-batch', {event: null, pointer: '', message, expected, found: '[]'}));
  }
  return batch;
}

function readObject(body: JsonObject): Batch {
  const other = nameOther(body);
  if (other !== null) return none(notAnEvent(other));
  const message =
    'The body is one event without an array around it; wrap it in an array, even when it is alone.';
  const bare = toIssue('bare-object', {
    event: null,
    pointer: '',
    message,
    expected,
    found: 'an object',
    fixes: ['wrap-in-array'],
  });
  return {entries: [body], toPointer: () => '', issues: [bare]};
}

const eventFields = ['event_name', 'event', 'user_id', 'properties', 'timestamp', 'context'];

/** What an object without a single field of an event is; null for one that has some. */
function nameOther(body: JsonObject): string | null {
  if (isGraphql(body)) return 'a GraphQL operation';
  if (eventFields.some((field) => Object.hasOwn(body, field))) return null;
  const wrapper = ['events', 'batch', 'data'].find((field) => Array.isArray(body[field]));
  return wrapper ? `an object whose "${wrapper}" holds the list` : 'an object without any field of an event';
}

function isGraphql(body: JsonObject): boolean {
  if (Object.hasOwn(body, 'event_name') || Object.hasOwn(body, 'event')) return false;
  if (typeof body.query === 'string')
    return /^\s*(#|\{|query\b|mutation\b|subscription\b|fragment\b)/.test(body.query);
  return (
    typeof body.operationName === 'string' && (isJsonObject(body.variables) || isJsonObject(body.extensions))
  );
}

function notAnEvent(what: string): Issue {
  const message = `The body is ${what} and no event; if it was meant as one, send ${expected}.`;
  return toIssue('not-an-event', {event: null, pointer: '', message, expected, found: what});
}
