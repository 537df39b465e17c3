import type {ExactNumbers} from '../json/inexact-numbers';
import {isArrayIndex, parsePointer} from '../json/json-pointer';
import type {JsonValue} from '../json/json-value';
import type {GoldenEvent, GoldenSession} from './golden-session';
import {below, formatMask, isMasked, isWithinMask, type MaskTree, readMasks} from './mask-pointer';

/**
 * The session with only the type of the values at these pointers, in the format of `mask-pointer.ts`; the pointers
 * are stored in it, so that the same values are not compared in another session.
 */
export function maskSession({events}: GoldenSession, mask: readonly string[]): GoldenSession {
  if (mask.length === 0) return {events};
  const tree = readMasks(mask);
  return {events: events.map((event) => maskEventAt(event, tree)), mask};
}

function maskEventAt(golden: GoldenEvent, tree: MaskTree): GoldenEvent {
  const {exact, ...rest} = golden;
  const event = maskAt(golden.event, [tree]);
  const left = [...(exact ?? [])].filter(([pointer]) => !isWithinMask(tree, parsePointer(pointer) ?? []));
  const numbers: ExactNumbers = new Map(left);
  return {...rest, event, ...(numbers.size > 0 && {exact: numbers})};
}

function maskAt(value: JsonValue, trees: readonly MaskTree[]): JsonValue {
  if (isMasked(trees)) return toKind(value);
  if (trees.length === 0 || typeof value !== 'object' || value === null) return value;
  const maskMember = (member: JsonValue, key: string) => maskAt(member, below(trees, key));
  if (Array.isArray(value)) return value.map((member, index) => maskMember(member, `${index}`));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskMember(member, key)]));
}

/** Masks of values that are not text. */
const kinds = /^<(?:number|boolean|null|array|object|deep)>$/;

/** The type of a value, also of a masked one: the rest of a text or its mask does not matter. */
function toKind(value: JsonValue): string {
  if (value === null) return '<null>';
  if (Array.isArray(value)) return '<array>';
  if (typeof value !== 'string') return `<${typeof value}>`;
  if (kinds.test(value)) return value;
  return /^<[a-z]+:\d+:number>$/.test(value) ? '<number>' : '<text>';
}

/** The pointer of a value in one of these events as a mask: for every entry of a list, not for a single one. */
export function toMaskPointer(pointer: string, events: readonly GoldenEvent[]): string {
  let values: JsonValue[] = events.map(({event}) => event);
  const tokens = (parsePointer(pointer) ?? []).map((token) => {
    const lists = values.filter((value) => Array.isArray(value));
    const isEntry = lists.length > 0 && isArrayIndex(token);
    values = isEntry ? lists.flat() : values.flatMap((value) => memberOf(value, token));
    return isEntry ? null : token;
  });
  return formatMask(tokens);
}

function memberOf(value: JsonValue, token: string): JsonValue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const member = Object.hasOwn(value, token) ? value[token] : undefined;
  return member === undefined ? [] : [member];
}
