import {findInexactNumbers} from '../json/inexact-numbers';
import {isJsonObject, type JsonObject, type JsonValue} from '../json/json-value';
import type {Batch, CheckContext, Protocol} from '../protocols/protocol';
import {type EventFacts, readEvent} from '../protocols/read-event';
import type {DecodedEvent} from '../verdict/inspection';
import type {Issue} from '../verdict/issue';
import type {SessionFact} from '../verdict/session-fact';
import {toIssue} from '../verdict/to-issue';

/** Users do not read more of them, and a hostile body must not make the panel hang. */
const MAX_EVENTS = 50_000;
const MAX_ISSUES = 20_000;

export interface BatchVerdict {
  events: DecodedEvent[];
  /** All entries of the batch, including those that were not checked because of the limit. */
  count: number;
  /** `Batch.isSingle`. */
  isSingle: boolean;
  /** `Batch.shared`. */
  shared: readonly SessionFact[];
  issues: Issue[];
}

/** Reads the events of a body and checks each. `text` is the text that the body was parsed from. */
export function inspectBatch(
  protocol: Protocol,
  {value: body, text}: {value: JsonValue; text: string},
  context: CheckContext,
): BatchVerdict {
  const batch = protocol.toBatch(body, context);
  const count = batch.entries.length;
  const events = readEvents(protocol, batch, context, text);
  const {issues, shared = []} = batch;
  const checked = checkEvents(protocol, events, context, issues);
  if (checked < count) issues.push(reportStopped(checked, count));
  return {events, count, isSingle: batch.isSingle === true, shared, issues};
}

const noFacts: EventFacts = {
  type: null,
  name: null,
  user: null,
  group: null,
  timestamp: null,
  messageId: null,
};

function readEvents(
  {format}: Protocol,
  {entries, toPointer}: Batch,
  {request}: CheckContext,
  text: string,
): DecodedEvent[] {
  const read = entries.length > MAX_EVENTS ? entries.slice(0, MAX_EVENTS) : entries;
  const inexact = findInexactNumbers(text, read, toPointer);
  return read.map((value, index) => {
    const pointer = toPointer(index);
    const exact = inexact.get(index);
    const facts = isJsonObject(value) ? readEvent(value, format, request.url, exact) : noFacts;
    // Written field by field: a spread costs more here than all checks of a small event.
    const {type, name, user, group, timestamp, messageId} = facts;
    const event: DecodedEvent = {index, type, name, value, pointer, user, group, timestamp, messageId};
    if (exact) event.exact = exact;
    return event;
  });
}

/** Returns the number of events that were checked to their end. */
function checkEvents(
  protocol: Protocol,
  events: DecodedEvent[],
  context: CheckContext,
  issues: Issue[],
): number {
  let isFull = false;
  const add = (issue: Issue) => {
    if (issues.length < MAX_ISSUES) issues.push(issue);
    else isFull = true;
  };
  for (const event of events) {
    const addExact = event.exact ? (issue: Issue) => add(withExact(issue, event.exact)) : add;
    if (isObjectEvent(event)) protocol.checkEvent(event, context, addExact);
    else addExact(reportEntry(event));
    if (isFull) return event.index;
  }
  return events.length;
}

function withExact(issue: Issue, numbers: DecodedEvent['exact']): Issue {
  const exact = numbers?.get(issue.pointer);
  return exact === undefined ? issue : {...issue, exact};
}

function isObjectEvent(event: DecodedEvent): event is DecodedEvent & {value: JsonObject} {
  return isJsonObject(event.value);
}

function reportEntry({index, value}: DecodedEvent): Issue {
  return toIssue('entry-not-object', {event: index, pointer: '', params: {index, value}});
}

function reportStopped(checked: number, count: number): Issue {
  return toIssue('checks-stopped', {event: null, pointer: '', params: {checked, count}});
}
