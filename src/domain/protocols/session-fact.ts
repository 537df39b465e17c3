import {isJsonObject} from '../json/json-value';
import type {DecodedEvent} from '../verdict/inspection';
import type {SessionFact} from '../verdict/session-fact';
import {readId, readText} from './read-event';
import type {WireFormat} from './wire-format';

/** The fact at the first of these places that has a value. */
export function toFacts(
  {value, exact}: Pick<DecodedEvent, 'value' | 'exact'>,
  kind: SessionFact['kind'],
  pointers: readonly (string | undefined)[],
): SessionFact[] {
  if (!isJsonObject(value)) return [];
  for (const pointer of pointers) {
    const text = pointer === undefined ? null : readText(value, pointer, exact);
    if (text === null || pointer === undefined) continue;
    return [{kind, text, id: readId(value, pointer, exact) ?? text, pointer}];
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
