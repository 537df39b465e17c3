import {isJsonObject} from '../json/json-value';
import type {DecodedEvent} from '../verdict/inspection';
import {readText} from './read-event';
import type {WireFormat} from './wire-format';

/**
 * What a rule over a session may know of an event: who did it (null: a visitor who is not known yet) · an id that no
 * other message may have · the group in which it happened, which a group call has to introduce · a group that it
 * introduces · when it happened · when it left, by the sender's clock.
 */
export interface SessionFact {
  kind: 'user' | 'message' | 'group' | 'introduction' | 'time' | 'departure';
  text: string;
  /** Where it is inside the event. */
  pointer: string;
}

/** The fact at the first of these places that has one. */
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

/** What every protocol provides for an event: user, message ID and time. */
export function traceFields(event: DecodedEvent, {fields}: WireFormat): SessionFact[] {
  return [
    ...toFacts(event, 'user', fields.user),
    ...toFacts(event, 'message', [fields.id]),
    ...toFacts(event, 'time', fields.times),
  ];
}
