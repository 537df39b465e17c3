import type {ExactNumbers} from '../json/inexact-numbers';
import {parsePointer} from '../json/json-pointer';
import {isJsonObject, type JsonObject, type JsonValue} from '../json/json-value';
import {toPlainNumber} from '../json/plain-number';
import type {DecodedEvent} from '../verdict/inspection';
import type {WireFormat} from './wire-format';

/** The data of an event that the list shows. */
export type EventFacts = Pick<DecodedEvent, 'type' | 'name' | 'user' | 'group' | 'timestamp' | 'messageId'>;

/** Reads the fields of an event that its protocol defines. `url` is where it was sent. */
export function readEvent(
  entry: JsonObject,
  {fields, typeOf}: WireFormat,
  url: string,
  exact?: ExactNumbers,
): EventFacts {
  const type = typeOf(entry, url);
  const names = type === null ? Object.values(fields.name).flat() : (fields.name[type] ?? []);
  return {
    type,
    name: readFirst(entry, names, exact),
    user: readFirst(entry, fields.user, exact) ?? readFirst(entry, fields.anonymous ?? [], exact),
    group: readFirst(entry, fields.group, exact),
    timestamp: readFirst(entry, fields.times, exact),
    messageId: fields.id === undefined ? null : readText(entry, fields.id, exact),
  };
}

/** The text at a place of an event, a number as it was sent; null if there is none. */
export function readText(entry: JsonObject, pointer: string, exact?: ExactNumbers): string | null {
  const value = readField(entry, pointer);
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' ? (exact?.get(pointer) ?? String(value)) : null;
}

/** The text of an ID for a comparison: all digits that were sent, but 1e3 and 1000 are the same. */
export function readId(entry: JsonObject, pointer: string, exact?: ExactNumbers): string | null {
  const sent = readText(entry, pointer, exact);
  return sent !== null && typeof readField(entry, pointer) === 'number' ? toPlainNumber(sent) : sent;
}

function readFirst(entry: JsonObject, pointers: readonly string[], exact?: ExactNumbers): string | null {
  for (const pointer of pointers) {
    const text = readText(entry, pointer, exact);
    if (text !== null) return text;
  }
  return null;
}

function readField(entry: JsonObject, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = entry;
  for (const key of toKeys(pointer)) {
    if (!isJsonObject(value)) return undefined;
    value = value[key];
  }
  return value;
}

const parsed = new Map<string, readonly string[]>();

/** There are few pointers, since they are those of the protocols, so each is parsed once. */
function toKeys(pointer: string): readonly string[] {
  const known = parsed.get(pointer);
  if (known) return known;
  const keys = parsePointer(pointer) ?? [];
  parsed.set(pointer, keys);
  return keys;
}
