import type {ExactNumbers} from '../json/inexact-numbers';
import {appendToken, parsePointer} from '../json/json-pointer';
import type {JsonObject, JsonValue} from '../json/json-value';
import type {WireFormat} from '../protocols/wire-format';
import type {DecodedEvent} from '../verdict/inspection';
import {below, isMasked, type MaskTree} from './mask-pointer';
import {escapeText, maskByMeaning, toKindMask} from './mask-value';

/** Deeper than this, an event is not compared. */
const MAX_DEPTH = 64;

/** Gives equal identities of a session equal numbers, so that users are compared although their IDs are not kept. */
export interface Identities {
  /** `<user:1>` for this user, here and wherever else the value is. */
  toMask(kind: string, value: string): string;
  find(value: string): string | undefined;
}

export function createIdentities(): Identities {
  const masks = new Map<string, string>();
  const counts = new Map<string, number>();
  return {
    toMask(kind, value) {
      const known = masks.get(value);
      if (known !== undefined) return known;
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      const mask = `<${kind}:${number}>`;
      masks.set(value, mask);
      return mask;
    },
    find: (value) => masks.get(value),
  };
}

/** Tells by their pointers what has to be masked in the events of a protocol. */
export interface MaskRules {
  format: WireFormat;
  /** The user's own. */
  own: MaskTree;
  identities: Identities;
}

/** A masked value, with the numbers that JSON.parse changed. */
export interface Masked {
  event: JsonValue;
  exact: ExactNumbers;
}

/** The event with everything masked that differs from run to run, or is a person's own, or a secret. */
export function maskEvent({value, exact}: DecodedEvent, rules: MaskRules): Masked {
  const {fields, volatile, context} = rules.format;
  const fixed = new Set([...volatile, ...fields.times, ...(fields.id === undefined ? [] : [fields.id])]);
  const people = new Map<string, string>([
    ...fields.group.map((pointer) => [pointer, 'group'] as const),
    ...(fields.anonymous ?? []).map((pointer) => [pointer, 'visitor'] as const),
    ...fields.user.map((pointer) => [pointer, 'user'] as const),
  ]);
  const left = new Map<string, string>();

  function maskLeaf(leaf: string | number, pointer: string, tokens: readonly string[]): JsonValue {
    const kind = people.get(pointer);
    const text = typeof leaf === 'string' ? leaf : (exact?.get(pointer) ?? String(leaf));
    if (kind !== undefined && leaf !== '') return rules.identities.toMask(kind, text);
    const known = rules.identities.find(text);
    if (known !== undefined && typeof leaf === 'string') return known;
    const place = {
      key: tokens.at(-1) ?? '',
      isContext: pointer.startsWith(`${context}/`),
      isTraits: tokens.includes('traits'),
      isOwn: tokens.length === 2 && !pointer.startsWith(`${context}/`),
    };
    const mask = maskByMeaning(leaf, place);
    if (mask !== null) return mask;
    const written = typeof leaf === 'number' ? exact?.get(pointer) : undefined;
    if (written !== undefined) left.set(pointer, written);
    return typeof leaf === 'string' ? escapeText(leaf) : leaf;
  }

  function mask(
    item: JsonValue,
    pointer: string,
    {tokens, trees}: {tokens: readonly string[]; trees: readonly MaskTree[]},
  ): JsonValue {
    if (fixed.has(pointer) || isMasked(trees)) return toKindMask(item);
    if (typeof item === 'string' || typeof item === 'number') return maskLeaf(item, pointer, tokens);
    if (typeof item !== 'object' || item === null) return item;
    if (tokens.length >= MAX_DEPTH) return '<deep>';
    const maskMember = (member: JsonValue, key: string) =>
      mask(member, appendToken(pointer, key), {tokens: [...tokens, key], trees: below(trees, key)});
    if (Array.isArray(item)) return item.map((member, index) => maskMember(member, `${index}`));
    return toObject(Object.entries(item).map(([key, member]) => [key, maskMember(member, key)]));
  }

  // Who did it comes first, so that the same id elsewhere in the event is known already.
  for (const [pointer, kind] of people) seed(value, pointer, kind, rules.identities, exact);
  return {event: mask(value, '', {tokens: [], trees: [rules.own]}), exact: left};
}

function seed(
  value: JsonValue,
  pointer: string,
  kind: string,
  identities: Identities,
  exact: ExactNumbers | undefined,
): void {
  let found: JsonValue | undefined = value;
  for (const token of parsePointer(pointer) ?? []) {
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return;
    found = found[token];
  }
  if (typeof found === 'number') identities.toMask(kind, exact?.get(pointer) ?? String(found));
  else if (typeof found === 'string' && found !== '') identities.toMask(kind, found);
}

/** Keys in order of their code units; `__proto__` is a key like others. */
function toObject(entries: [string, JsonValue][]): JsonObject {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
