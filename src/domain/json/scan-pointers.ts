import {parsePointer} from './json-pointer';
import {OPEN_ARRAY} from './scan';
import {
  createTokenReader,
  memberToken,
  readToClose,
  readToken,
  type TokenReader,
  takeValue,
} from './token-reader';

/** The position of a value; for a member of an object also the position of its key, including quotes. -1: there is none. */
export interface Span {
  start: number;
  end: number;
  keyStart: number;
  keyEnd: number;
}

/** A place in the document that was requested, or one on the way to it. */
export interface PointerNode {
  pointer: string;
  parent: PointerNode | null;
  /** This place was requested. */
  wanted: boolean;
  /** All members of this container were requested. */
  wantsMembers: boolean;
  children: Map<string, PointerNode>;
  /** Filled by the scan. Of duplicated keys the last one counts, as for JSON.parse. */
  span: Span | null;
  members: Span[];
}

export function createPointerTree(): PointerNode {
  return createNode('', null);
}

/** The node for that pointer, created with all nodes on the way to it; null if the text is not a valid JSON Pointer. */
export function addPointer(root: PointerNode, pointer: string): PointerNode | null {
  const tokens = parsePointer(pointer);
  if (!tokens) return null;
  let node = root;
  let end = 0;
  for (const token of tokens) {
    end = pointer.indexOf('/', end + 1);
    if (end < 0) end = pointer.length;
    let child = node.children.get(token);
    if (!child) {
      child = createNode(pointer.slice(0, end), node);
      node.children.set(token, child);
    }
    node = child;
  }
  return node;
}

function createNode(pointer: string, parent: PointerNode | null): PointerNode {
  return {pointer, parent, wanted: false, wantsMembers: false, children: new Map(), span: null, members: []};
}

/** Whether the scan saw the complete value; in truncated text a value has no end. */
export function isFound(node: PointerNode): node is PointerNode & {span: Span} {
  return node.span !== null && node.span.end >= 0;
}

/** A container of the tree that is open. */
interface Entered {
  node: PointerNode;
  span: Span;
  /** Elements after this one are not needed. */
  lastIndex: number;
}

/**
 * Finds every place of the tree in one pass over the text. Values that were not requested are skipped unread. In text
 * that is not JSON it finds everything before the fault, and never throws.
 */
export function scanPointers(text: string, root: PointerNode): void {
  const reader = createTokenReader(text);
  /** By depth. */
  const entered: Entered[] = [];
  while (reader.kind !== 'end') {
    const {kind, around} = reader;
    const depth = around?.depth ?? 0;
    const inside = entered[depth];
    if (kind === 'close') {
      if (inside) inside.span.end = reader.end;
      if (depth <= 1) return;
    } else if (kind === 'open' || kind === 'scalar') {
      if (around && around.awaited !== 'value') return;
      if (around && inside && around.index > inside.lastIndex) {
        if (depth === 1 && !root.wanted) return;
        readToClose(reader);
        continue;
      }
      const next = noteValue(reader, inside, root);
      if (next) entered[depth + 1] = next;
      else if (depth === 0 || reader.kind === 'open') return;
    }
    readToken(reader);
  }
}

/**
 * Records the position of the value that begins here. Returns the container if it has to be entered; otherwise the
 * value was skipped completely, or is still open because the text ends inside it.
 */
function noteValue(reader: TokenReader, inside: Entered | undefined, root: PointerNode): Entered | null {
  const {text, start, around, kind} = reader;
  const {keyStart, keyEnd} = around ?? {keyStart: -1, keyEnd: -1};
  const span: Span = {start, end: -1, keyStart, keyEnd};
  if (inside?.node.wantsMembers) inside.node.members.push(span);
  const node = inside && around ? inside.node.children.get(memberToken(text, around) ?? '') : root;
  if (node) {
    if (node.span) forget(node);
    node.span = span;
    if (kind === 'open' && (node.children.size > 0 || node.wantsMembers)) {
      const isArray = text.charCodeAt(start) === OPEN_ARRAY;
      return {
        node,
        span,
        lastIndex: isArray && !node.wantsMembers ? highestIndex(node) : Number.POSITIVE_INFINITY,
      };
    }
  }
  if (takeValue(reader)) span.end = reader.end;
  return null;
}

/** A later member with the same key replaces the earlier one, with everything found inside. */
function forget(node: PointerNode): void {
  const stale = [node];
  for (let next = stale.pop(); next; next = stale.pop()) {
    if (!next.span) continue;
    next.span = null;
    next.members = [];
    stale.push(...next.children.values());
  }
}

function highestIndex(node: PointerNode): number {
  let highest = -1;
  for (const token of node.children.keys()) highest = Math.max(highest, Number(token) || 0);
  return highest;
}

/** The position of a member's key, or of the element itself. */
export function startOfMember(span: Span): number {
  return span.keyStart < 0 ? span.start : span.keyStart;
}
