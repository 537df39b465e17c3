import {findFirstError} from '../faults/first-error';
import {addPointer, createPointerTree, type PointerNode, type Span, scanPointers} from '../scan-pointers';
import {
  addMember,
  type ContainerPlan,
  claimName,
  createPlan,
  expectSpan,
  expectToken,
  type MemberSite,
  notFound,
  placesThatStay,
  removeMember,
  show,
} from './edit-plan';
import {type JsonEdit, JsonEditError} from './json-edit';
import {toListChanges} from './list-changes';
import {mergeChanges, type RankedChange} from './merge-changes';
import type {TextChange} from './text-change';

interface EditSession {
  text: string;
  root: PointerNode;
  plans: Map<PointerNode, ContainerPlan>;
  changes: RankedChange[];
}

/**
 * The edits as changes of the text, ascending and without overlap, for `applyTextChanges` and for an editor
 * transaction. Throws a JsonEditError if the text is not JSON or one of the edits cannot be applied.
 */
export function toTextChanges(text: string, edits: readonly JsonEdit[]): TextChange[] {
  if (edits.length === 0) return [];
  expectJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, 'The text to edit');
  const session: EditSession = {text, root: createPointerTree(), plans: new Map(), changes: []};
  for (const edit of edits) announce(session.root, edit);
  scanPointers(text, session.root);
  // Removals are collected before additions, so that a member can replace one that is removed.
  for (const {op, pointer} of edits) if (op === 'remove') removeMember(findSite(session, pointer));
  for (const edit of edits) makeEdit(session, edit);
  for (const plan of session.plans.values()) {
    for (const change of toListChanges(text, plan)) session.changes.push({...change, rank: 'between'});
  }
  return mergeChanges(session.changes);
}

function expectJson(text: string, what: string): void {
  try {
    JSON.parse(text);
  } catch (cause) {
    const error = findFirstError(text);
    const place = error ? ` (line ${error.line}, column ${error.column})` : '';
    throw new JsonEditError('not-json', `${what} is not valid JSON${place}.`, {cause});
  }
}

/** Tells the scan which places are needed. */
function announce(root: PointerNode, {op, pointer}: JsonEdit): void {
  const node = findNode(root, pointer);
  node.wanted = true;
  if (op !== 'replace' && op !== 'wrap-in-array' && node.parent) node.parent.wantsMembers = true;
}

function findNode(root: PointerNode, pointer: string): PointerNode {
  const node = addPointer(root, pointer);
  if (node) return node;
  throw new JsonEditError('no-pointer', `“${pointer}” is not a valid JSON Pointer.`);
}

function makeEdit(session: EditSession, edit: JsonEdit): void {
  const {root, changes} = session;
  switch (edit.op) {
    case 'remove':
      break;
    case 'replace':
      expectJson(edit.text, 'The new value');
      replace(session, expectSpan(findNode(root, edit.pointer)), edit.text);
      break;
    case 'add':
      expectJson(edit.text, 'The new value');
      add(session, edit.pointer, edit.text);
      break;
    case 'rename':
      rename(session, edit.pointer, edit.key);
      break;
    case 'wrap-in-array': {
      const {start, end} = expectSpan(findNode(root, edit.pointer));
      changes.push({from: start, to: start, insert: '[', rank: 'open'});
      changes.push({from: end, to: end, insert: ']', rank: 'close'});
    }
  }
}

function replace({changes}: EditSession, {start, end}: Span, insert: string): void {
  changes.push({from: start, to: end, insert, rank: 'replace'});
}

function add(session: EditSession, pointer: string, text: string): void {
  if (pointer === '') {
    replace(session, expectSpan(session.root), text);
    return;
  }
  const site = findSite(session, pointer);
  const place = site.plan.isArray ? undefined : placesThatStay(site).at(-1);
  const member = place === undefined ? undefined : site.plan.members[place];
  if (member) {
    claimName(site.plan, site.token);
    replace(session, member, text);
  } else {
    addMember(site, text);
  }
}

function rename(session: EditSession, pointer: string, key: string): void {
  const {plan, token, places} = findSite(session, pointer);
  if (plan.isArray || places.length === 0) throw notFound(plan, token);
  if (key === token) return;
  if (placesThatStay({plan, token: key, places: plan.places.get(key) ?? []}).length > 0) {
    throw new JsonEditError('already-there', `There is a “${key}” in ${show(plan.pointer)} already.`);
  }
  claimName(plan, key);
  for (const place of places) {
    const member = plan.members[place];
    if (!member) continue;
    session.changes.push({
      from: member.keyStart,
      to: member.keyEnd,
      insert: JSON.stringify(key),
      rank: 'replace',
    });
  }
}

function findSite({text, root, plans}: EditSession, pointer: string): MemberSite {
  const token = expectToken(pointer);
  const container = findNode(root, pointer).parent ?? root;
  const plan = plans.get(container) ?? createPlan(text, container);
  plans.set(container, plan);
  return {plan, token, places: plan.places.get(token) ?? []};
}
