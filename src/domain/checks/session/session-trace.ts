import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import type {DecodedEvent, Inspection, ProtocolId} from '../../verdict/inspection';
import {checkTimestamp} from '../timestamp/timestamp';
import {hashText} from './hash-text';

/** What rules over a session remember of a request: a few numbers and ids per event, none of its contents. */
export interface SessionTrace {
  requestId: string;
  /** Milliseconds since the epoch; null: no rule that goes by time. */
  sentAt: number | null;
  protocol: ProtocolId;
  /** Of all its events together. */
  print: number;
  events: readonly EventTrace[];
}

export interface EventTrace {
  index: number;
  name: string | null;
  /** Of its contents but for what a client changes when it sends an event again. */
  print: number;
  /** It has a time or an id of its own, so that two of them are hardly alike by chance. */
  isDated: boolean;
  user: string | null;
  /** Print of the `messageId`. */
  message: number | null;
  /** The group in which it happened, in Segment's language. */
  group: string | null;
  /** The group that a group call introduces. */
  introduced: string | null;
  /** Its time by the sender's clock, as late as it is known; null where it is missing or cannot be meant. */
  instant: number | null;
}

/** Null: nothing that could be compared with other requests. */
export function toSessionTrace({requestId, sentAt, protocol, events}: Inspection): SessionTrace | null {
  if (protocol === null || events.length === 0) return null;
  const traces = events.map((event) =>
    protocol === 'thrivestack-track' ? traceEvent(event) : traceCall(event),
  );
  const print = hashText(traces.map((trace) => trace.print).join());
  return {requestId, sentAt, protocol, print, events: traces};
}

function traceEvent({index, name, value}: DecodedEvent): EventTrace {
  const entry = isJsonObject(value) ? value : {};
  return {
    index,
    name,
    print: toPrint(value),
    isDated: isDate(entry.timestamp),
    user: toId(entry.user_id),
    message: null,
    group: null,
    introduced: null,
    instant: toInstant(entry.timestamp),
  };
}

function traceCall({index, name, value}: DecodedEvent): EventTrace {
  const entry = isJsonObject(value) ? value : {};
  const {sentAt, _metadata, ...lasting} = entry;
  const time = entry.timestamp ?? entry.originalTimestamp;
  const message = toId(entry.messageId);
  const group = isJsonObject(entry.context) ? toId(entry.context.groupId) : null;
  const isGroupCall = name === 'group';
  return {
    index,
    name,
    print: toPrint(isJsonObject(value) ? lasting : value),
    isDated: isDate(time) || message !== null,
    user: toId(entry.userId),
    message: message === null ? null : hashText(message),
    group: isGroupCall ? null : group,
    introduced: isGroupCall ? toId(entry.groupId) : null,
    instant: toInstant(sentAt) ?? toInstant(time),
  };
}

function toPrint(value: JsonValue | JsonObject): number {
  return hashText(JSON.stringify(value));
}

function toId(value: JsonValue | undefined): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

function isDate(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value !== '';
}

/** A year that cannot be meant says nothing of a clock, and is reported where it stands. */
function toInstant(value: JsonValue | undefined): number | null {
  if (typeof value !== 'string') return null;
  const {instant, rule} = checkTimestamp(value, null);
  return rule === 'implausible-timestamp' || rule === 'bad-timestamp' ? null : instant;
}
