import {isArrayIndex, splitPointer} from '../json-pointer';
import {OPEN_ARRAY, readString} from '../scan';
import {isFound, type PointerNode, type Span} from '../scan-pointers';
import {JsonEditError} from './json-edit';
import type {ListPlan} from './list-changes';

/** A container whose list of members changes, with its members by name. */
export interface ContainerPlan extends ListPlan {
  pointer: string;
  isArray: boolean;
  /** The indexes of each key; a duplicated one has several. An array's keys are its indexes. */
  places: Map<string, number[]>;
  /** Names of new members; a second one with the same name is a conflict. */
  incoming: Set<string>;
}

/** A member of a container, which may not exist. */
export interface MemberSite {
  plan: ContainerPlan;
  token: string;
  /** Its position in the list; empty if it does not exist. */
  places: readonly number[];
}

/** The positions of the values that the scan found; throws a JsonEditError for one that does not exist. */
export function expectSpan(node: PointerNode): Span {
  if (isFound(node)) return node.span;
  throw new JsonEditError('not-found', `No value was found at ${show(node.pointer)}.`);
}

export function createPlan(text: string, node: PointerNode): ContainerPlan {
  const container = expectSpan(node);
  const first = text.charAt(container.start);
  if (first !== '[' && first !== '{') {
    throw new JsonEditError(
      'not-found',
      `The value at ${show(node.pointer)} is neither an object nor an array.`,
    );
  }
  const isArray = text.charCodeAt(container.start) === OPEN_ARRAY;
  const places = new Map<string, number[]>();
  node.members.forEach((member, index) => {
    const name = isArray ? String(index) : readString(text, member.keyStart, member.keyEnd);
    const known = places.get(name);
    if (known) known.push(index);
    else places.set(name, [index]);
  });
  const {pointer, members} = node;
  return {
    pointer,
    container,
    members,
    removed: new Set(),
    added: new Map(),
    isArray,
    places,
    incoming: new Set(),
  };
}

/** Removes a member, and all others with its name. */
export function removeMember({plan, token, places}: MemberSite): void {
  if (places.length === 0) throw notFound(plan, token);
  for (const place of places) {
    if (plan.removed.has(place)) {
      throw new JsonEditError('conflict', `“${token}” in ${show(plan.pointer)} is removed twice.`);
    }
    plan.removed.add(place);
  }
}

/** Adds a member with that name, or an element before that index. */
export function addMember({plan, token}: MemberSite, text: string): void {
  const at = plan.isArray ? toInsertIndex(plan, token) : plan.members.length;
  if (!plan.isArray) claimName(plan, token);
  const added = plan.added.get(at) ?? [];
  added.push({key: plan.isArray ? null : token, text});
  plan.added.set(at, added);
}

/** A name can only be added to an object once. */
export function claimName(plan: ContainerPlan, name: string): void {
  if (plan.incoming.has(name)) {
    throw new JsonEditError('conflict', `“${name}” is put twice into ${show(plan.pointer)}.`);
  }
  plan.incoming.add(name);
}

/** The indexes of a member that are not removed. */
export function placesThatStay({plan, places}: MemberSite): number[] {
  return places.filter((place) => !plan.removed.has(place));
}

export function notFound(plan: ContainerPlan, token: string): JsonEditError {
  return new JsonEditError('not-found', `“${token}” was not found in ${show(plan.pointer)}.`);
}

export function show(pointer: string): string {
  return pointer === '' ? 'the document' : pointer;
}

function toInsertIndex(plan: ContainerPlan, token: string): number {
  if (token === '-') return plan.members.length;
  if (isArrayIndex(token) && Number(token) <= plan.members.length) return Number(token);
  throw new JsonEditError(
    'not-found',
    `${show(plan.pointer)} has ${plan.members.length} elements, so nothing can be added at “${token}”.`,
  );
}

/** The name of a value inside its container; throws for the document itself, which has none. */
export function expectToken(pointer: string): string {
  const split = splitPointer(pointer);
  if (split) return split.token;
  throw new JsonEditError('not-found', 'The document itself can only be replaced or wrapped.');
}
