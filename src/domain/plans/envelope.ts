import {resolvePointer} from '../json/json-pointer';
import type {JsonObject, JsonValue} from '../json/json-value';
import type {EventFields, EventType} from '../protocols/wire-format';

/** A call as decoded by its protocol. */
export interface PlanEvent {
  /** Null: the type is not known. */
  type: EventType | null;
  name: string | null;
  /** The event on the wire. */
  value: JsonObject;
}

/** A call in the format of plans: type, event, userId, anonymousId, groupId, properties, traits, context, timestamp. */
export interface Envelope {
  value: JsonObject;
  /** The pointer inside the event on the wire, for one inside the envelope. */
  toWire(pointer: string): string;
}

/**
 * Renames the fields of any protocol to those of plans. Other fields of the call are kept, since common rules may
 * describe the whole payload. Missing objects become empty ones, so that their missing members are named.
 */
export function toEnvelope({type, name, value}: PlanEvent, fields: EventFields): Envelope {
  const places: [string, readonly string[]][] = [
    ['event', type === 'track' ? (fields.name.track ?? []) : []],
    ['userId', fields.user],
    ['anonymousId', fields.anonymous ?? []],
    ['groupId', fields.group],
    ['timestamp', fields.times.slice(0, 1)],
  ];
  const envelope: JsonObject = {...value};
  const wire = new Map<string, string>();
  for (const [field, pointers] of places) {
    const found = pointers.find((pointer) => resolvePointer(value, pointer) !== undefined) ?? pointers[0];
    if (found === undefined || found === `/${field}`) continue;
    wire.set(field, found);
    const token = found.slice(1);
    if (!token.includes('/')) delete envelope[token];
    const held: JsonValue | undefined = resolvePointer(value, found);
    if (held !== undefined) envelope[field] = held;
  }
  if (type !== null) envelope.type = type;
  if (type === 'track' && name !== null) envelope.event ??= name;
  for (const holder of ['properties', 'traits', 'context']) envelope[holder] ??= {};
  return {value: restoreNulls(envelope, value), toWire: (pointer) => toWirePointer(pointer, wire)};
}

/** A null that was sent stays null, and does not count as a missing object. */
function restoreNulls(envelope: JsonObject, value: JsonObject): JsonObject {
  for (const holder of ['properties', 'traits', 'context'])
    if (value[holder] === null) envelope[holder] = null;
  return envelope;
}

function toWirePointer(pointer: string, wire: ReadonlyMap<string, string>): string {
  const end = pointer.indexOf('/', 1);
  const field = pointer.slice(1, end < 0 ? undefined : end);
  const place = wire.get(field);
  return place === undefined ? pointer : place + (end < 0 ? '' : pointer.slice(end));
}
