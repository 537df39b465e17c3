import {MASK} from '../bytes/mask';
import type {ExactNumbers} from '../json/inexact-numbers';
import {appendToken, parsePointer} from '../json/json-pointer';
import type {JsonObject, JsonValue} from '../json/json-value';
import {toPlainNumber} from '../json/plain-number';
import type {WireFormat} from '../protocols/wire-format';
import {isSecretValue} from '../secrets/secret-value';
import type {DecodedEvent} from '../verdict/inspection';
import {below, isMasked, type MaskTree} from './mask-pointer';
import {escapeText, maskByMeaning, toKindMask} from './mask-value';

/** Deeper values of an event are not compared. */
const MAX_DEPTH = 64;

/** Gives equal identities of a session equal numbers, so that users can be compared without storing their IDs. */
export interface Identities {
  /** `<user:1>` for this user, here and wherever else the value appears. */
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

/** The JSON Pointers of values to mask in the events of a protocol. */
export interface MaskRules {
  format: WireFormat;
  /** Chosen by the user. */
  own: MaskTree;
  identities: Identities;
}

/** A masked value, with the numbers that JSON.parse changed. */
export interface Masked {
  event: JsonValue;
  exact: ExactNumbers;
}

/** The event with everything masked that differs from run to run, or is personal or secret. */
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
    const text = typeof leaf === 'string' ? leaf : toPlainNumber(exact?.get(pointer) ?? String(leaf));
    if (kind !== undefined && leaf !== '') return toTyped(rules.identities.toMask(kind, text), leaf);
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
    {tokens, trees, isSecret}: {tokens: readonly string[]; trees: readonly MaskTree[]; isSecret: boolean},
  ): JsonValue {
    if (fixed.has(pointer) || isMasked(trees)) return toKindMask(item);
    if (isSecret && !people.has(pointer)) return `<${MASK}>`;
    if (typeof item === 'string' || typeof item === 'number') return maskLeaf(item, pointer, tokens);
    if (typeof item !== 'object' || item === null) return item;
    if (tokens.length >= MAX_DEPTH) return '<deep>';
    const maskMember = (member: JsonValue, key: string) =>
      mask(member, appendToken(pointer, key), {
        tokens: [...tokens, key],
        trees: below(trees, key),
        isSecret: isSecretValue(item, key, member),
      });
    if (Array.isArray(item)) return item.map((member, index) => maskMember(member, `${index}`));
    return toObject(Object.entries(item).map(([key, member]) => [key, maskMember(member, key)]));
  }

  // The user comes first, so that the same ID elsewhere in the event is already known.
  for (const [pointer, kind] of people) seed(value, pointer, kind, rules.identities, exact);
  return {event: mask(value, '', {tokens: [], trees: [rules.own], isSecret: false}), exact: left};
}

/** `<user:1:number>` for a number: a server may take the number 7 and the text "7" for two users. */
function toTyped(identity: string, leaf: string | number): string {
  return typeof leaf === 'number' ? identity.replace('>', ':number>') : identity;
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
  if (typeof found === 'number') identities.toMask(kind, toPlainNumber(exact?.get(pointer) ?? String(found)));
  else if (typeof found === 'string' && found !== '') identities.toMask(kind, found);
}

/** Keys in the order of their code units; `__proto__` is a key like others. */
function toObject(entries: [string, JsonValue][]): JsonObject {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
