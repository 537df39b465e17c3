import type {ExactNumbers} from '../json/inexact-numbers';
import {appendToken, isArrayIndex, parsePointer} from '../json/json-pointer';
import type {JsonValue} from '../json/json-value';
import type {GoldenEvent, GoldenSession} from './golden-session';

/**
 * The session with only the kind of the values at these pointers, `*` for any one token; they are kept with it, so that
 * whoever compares another session leaves the same values out.
 */
export function maskSession({events}: GoldenSession, mask: readonly string[]): GoldenSession {
  if (mask.length === 0) return {events};
  const patterns = mask.map((pointer) => parsePointer(pointer) ?? []).filter(({length}) => length > 0);
  return {events: events.map((event) => maskEventAt(event, patterns)), mask};
}

function maskEventAt(golden: GoldenEvent, patterns: readonly (readonly string[])[]): GoldenEvent {
  const {exact, ...rest} = golden;
  const event = patterns.reduce(maskAt, golden.event);
  const left = [...(exact ?? [])].filter(([pointer]) => {
    const tokens = parsePointer(pointer) ?? [];
    return !patterns.some((pattern) => pattern.every((token, index) => isHit(token, tokens[index])));
  });
  const numbers: ExactNumbers = new Map(left);
  return {...rest, event, ...(numbers.size > 0 && {exact: numbers})};
}

function maskAt(value: JsonValue, [token, ...rest]: readonly string[]): JsonValue {
  if (token === undefined) return toKind(value);
  if (typeof value !== 'object' || value === null) return value;
  const maskIfHit = (member: JsonValue, key: string) => (isHit(token, key) ? maskAt(member, rest) : member);
  if (Array.isArray(value)) return value.map((member, index) => maskIfHit(member, `${index}`));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskIfHit(member, key)]));
}

function isHit(token: string, key: string | undefined): boolean {
  return key !== undefined && (token === '*' || token === key);
}

/** Masks that stand for another kind than a text. */
const kinds = /^<(?:number|boolean|null|array|object|deep)>$/;

/** The kind of a value, also of one that is masked already: whatever else a text or its mask says is of no matter. */
function toKind(value: JsonValue): string {
  if (value === null) return '<null>';
  if (Array.isArray(value)) return '<array>';
  if (typeof value !== 'string') return `<${typeof value}>`;
  return kinds.test(value) ? value : '<text>';
}

/** The pointer of a value in one of these events as a mask: for every entry of a list, and not for one. */
export function toMaskPointer(pointer: string, events: readonly GoldenEvent[]): string {
  let values: JsonValue[] = events.map(({event}) => event);
  return (parsePointer(pointer) ?? []).reduce((mask, token) => {
    const lists = values.filter((value) => Array.isArray(value));
    const isEntry = lists.length > 0 && isArrayIndex(token);
    values = isEntry ? lists.flat() : values.flatMap((value) => memberOf(value, token));
    return appendToken(mask, isEntry ? '*' : token);
  }, '');
}

function memberOf(value: JsonValue, token: string): JsonValue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const member = Object.hasOwn(value, token) ? value[token] : undefined;
  return member === undefined ? [] : [member];
}
