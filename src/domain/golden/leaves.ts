import {appendToken, isArrayIndex} from '../json/json-pointer';
import type {JsonValue} from '../json/json-value';
import type {GoldenEvent} from './golden-session';

/** The values of an event without members, as JSON text, by JSON Pointer. */
export type Leaves = ReadonlyMap<string, string>;

/** `"<user:1>"`, `"<user:1:number>"`: a numbered mask, which only means that equal numbers are equal values. */
const numbered = /^"<([a-z]+):(\d+)(:number)?>"$/;

/**
 * The leaves of an event, numbers as they were sent. Two events are equal if their leaves are; the order of keys does
 * not matter.
 */
export function toLeaves({event, exact}: GoldenEvent): Leaves {
  const leaves = new Map<string, string>();
  const open: [value: JsonValue, pointer: string][] = [[event, '']];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, pointer] = next;
    const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    for (const [key, member] of members.reverse()) open.push([member, appendToken(pointer, key)]);
    if (isLikeList(value, members)) leaves.set(pointer, '"<object>"');
    if (typeof value === 'number') leaves.set(pointer, exact?.get(pointer) ?? JSON.stringify(value));
    else if (members.length === 0) leaves.set(pointer, JSON.stringify(value));
  }
  return leaves;
}

/** An object with the keys of a list, whose values have the same pointers, so they would be indistinguishable. */
function isLikeList(value: JsonValue, members: readonly [string, JsonValue][]): boolean {
  return members.length > 0 && !Array.isArray(value) && members.every(([key]) => isArrayIndex(key));
}

/** Without the number of an identity, which may differ in a session that begins elsewhere. */
export function withoutNumber(leaf: string): string {
  return leaf.replace(numbered, '"<$1$3>"');
}

export function readIdentity(leaf: string): {kind: string; number: string} | null {
  const [, kind, number, type = ''] = numbered.exec(leaf) ?? [];
  return kind === undefined || number === undefined ? null : {kind: kind + type, number};
}
