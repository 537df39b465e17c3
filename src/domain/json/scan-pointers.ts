import {parsePointer} from './json-pointer';
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfContainer,
  endOfString,
  endOfValue,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  readString,
  skipWhitespace,
  startOfDocument,
} from './scan';

/** Where a value stands; for a member of an object also where its key stands, quotes included. -1: there is none. */
export interface Span {
  start: number;
  end: number;
  keyStart: number;
  keyEnd: number;
}

/** A place in the document that somebody asked for, or that lies on the way to one. */
export interface PointerNode {
  pointer: string;
  parent: PointerNode | null;
  /** Somebody asked for this very place. */
  wanted: boolean;
  /** Somebody asked for all members of this container. */
  wantsMembers: boolean;
  children: Map<string, PointerNode>;
  /** Filled by the scan. With duplicated keys the last one counts, as it does for JSON.parse. */
  span: Span | null;
  members: Span[];
}

export function createPointerTree(): PointerNode {
  return createNode('', null);
}

/** The node of that pointer, made with all nodes on the way to it; null if the text is not a valid JSON Pointer. */
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

/** The scan saw the whole of it; text that breaks off inside leaves a value without an end. */
export function isFound(node: PointerNode): node is PointerNode & {span: Span} {
  return node.span !== null && node.span.end >= 0;
}

interface Frame {
  node: PointerNode;
  span: Span;
  parent: Frame | null;
  isArray: boolean;
  index: number;
  /** Elements behind this one are of no interest to anybody. */
  lastIndex: number;
}

/**
 * Finds every place of the tree in one pass over the text. Values that nobody asked for are stepped over without
 * being looked at. On text that is no JSON it finds what stands before the fault, and never throws.
 */
export function scanPointers(text: string, root: PointerNode): void {
  let at = startOfDocument(text);
  if (at >= text.length) return;
  let frame = enter(text, root, {start: at, end: -1, keyStart: -1, keyEnd: -1}, null);
  at++;
  while (frame && at < text.length) {
    at = skipWhitespace(text, at);
    const code = text.charCodeAt(at);
    if (code === COMMA) {
      at++;
      continue;
    }
    if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) {
      at++;
      frame.span.end = at;
      frame = frame.parent;
      continue;
    }
    if (frame.isArray && frame.index > frame.lastIndex) {
      if (!frame.parent && !frame.node.wanted) return;
      at = endOfContainer(text, at) - 1;
      continue;
    }
    const span: Span = {start: at, end: -1, keyStart: -1, keyEnd: -1};
    if (!frame.isArray && !readKey(text, span)) return;
    if (frame.node.wantsMembers) frame.node.members.push(span);
    const token: string = frame.isArray
      ? String(frame.index++)
      : readString(text, span.keyStart, span.keyEnd);
    const child = frame.node.children.get(token);
    const inner: Frame | null = child ? enter(text, child, span, frame) : null;
    if (inner) {
      frame = inner;
      at = span.start + 1;
    } else {
      if (span.end < 0) setEnd(text, span);
      if (span.end < 0) return;
      at = span.end;
    }
  }
}

/** `span.start` is where the member begins; afterwards it is where its value does. False: this is no member. */
function readKey(text: string, span: Span): boolean {
  if (text.charCodeAt(span.start) !== QUOTE) return false;
  span.keyStart = span.start;
  span.keyEnd = endOfString(text, span.start);
  const colon = skipWhitespace(text, span.keyEnd);
  if (text.charCodeAt(colon) !== COLON) return false;
  span.start = skipWhitespace(text, colon + 1);
  return span.start < text.length;
}

/** Leaves the end open where the text breaks off or holds no value. */
function setEnd(text: string, span: Span): void {
  const end = endOfValue(text, span.start);
  if (end > span.start && end <= text.length) span.end = end;
}

/** Notes where the node stands. Returns a frame if something inside it is asked for, else sets its end. */
function enter(text: string, node: PointerNode, span: Span, parent: Frame | null): Frame | null {
  if (node.span) forget(node);
  node.span = span;
  const code = text.charCodeAt(span.start);
  const isArray = code === OPEN_ARRAY;
  if ((!isArray && code !== OPEN_OBJECT) || (node.children.size === 0 && !node.wantsMembers)) {
    setEnd(text, span);
    return null;
  }
  const lastIndex = isArray && !node.wantsMembers ? highestIndex(node) : Number.POSITIVE_INFINITY;
  return {node, span, parent, isArray, index: 0, lastIndex};
}

/** A later member of the same key takes the earlier one's place, with everything found inside. */
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

/** Where the key of a member stands, or the element itself. */
export function startOfMember(span: Span): number {
  return span.keyStart < 0 ? span.start : span.keyStart;
}
