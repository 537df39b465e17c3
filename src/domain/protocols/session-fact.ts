import {isJsonObject} from '../json/json-value';
import type {DecodedEvent} from '../verdict/inspection';
import {readText} from './read-event';
import type {WireFormat} from './wire-format';

/**
 * A fact of an event for session rules: its user (null: an unknown visitor) · an ID that must be unique among
 * messages · its group, which a group call has to introduce · a group that it introduces · when it happened · when it
 * was sent, by the sender's clock.
 */
export interface SessionFact {
  kind: 'user' | 'message' | 'group' | 'introduction' | 'time' | 'departure';
  text: string;
  /** Its place inside the event. */
  pointer: string;
}

/** The fact at the first of these places that has a value. */
export function toFacts(
  {value, exact}: DecodedEvent,
  kind: SessionFact['kind'],
  pointers: readonly (string | undefined)[],
): SessionFact[] {
  if (!isJsonObject(value)) return [];
  for (const pointer of pointers) {
    const text = pointer === undefined ? null : readText(value, pointer, exact);
    if (text !== null && pointer !== undefined) return [{kind, text, pointer}];
  }
  return [];
}

/** The facts of an event in every protocol: user, message ID and time. */
export function traceFields(event: DecodedEvent, {fields}: WireFormat): SessionFact[] {
  return [
    ...toFacts(event, 'user', fields.user),
    ...toFacts(event, 'message', [fields.id]),
    ...toFacts(event, 'time', fields.times),
  ];
}
