import {
  addPointer,
  createPointerTree,
  isFound,
  type PointerNode,
  type Span,
  scanPointers,
} from './scan-pointers';
import {createLineCounter} from './to-line-column';

/** Offsets count UTF-16 units; `end` is after the last one. Line and column are those of `start`, from 1. */
export interface JsonRange {
  start: number;
  end: number;
  /** The key with its quotes, for a member of an object. */
  keyStart?: number;
  keyEnd?: number;
  line: number;
  column: number;
}

export interface NearestRange extends JsonRange {
  /** The place that exists: the requested pointer, or its nearest ancestor. */
  pointer: string;
}

/**
 * Finds the positions of values in JSON text, in one pass. Pointers without a value are missing from the map. Of a
 * duplicated key the last one counts, as for JSON.parse. In text that is not JSON, everything before the fault is
 * found.
 */
export function locate(text: string, pointers: Iterable<string>): Map<string, JsonRange> {
  const root = createPointerTree();
  const nodes = wantAll(root, pointers);
  scanPointers(text, root);
  const ranges = new Map<string, JsonRange>();
  for (const node of nodes) {
    if (isFound(node)) ranges.set(node.pointer, toRange(node.span));
  }
  return addLines(text, ranges);
}

/**
 * Like `locate`, but for a missing place returns its nearest ancestor: there a lint mark for a missing field belongs.
 * Only text without any complete value leaves a pointer out.
 */
export function locateNearest(text: string, pointers: Iterable<string>): Map<string, NearestRange> {
  const root = createPointerTree();
  root.wanted = true;
  const nodes = wantAll(root, pointers);
  scanPointers(text, root);
  const ranges = new Map<string, NearestRange>();
  for (const asked of nodes) {
    const node = findNearest(asked);
    if (node) ranges.set(asked.pointer, {...toRange(node.span), pointer: node.pointer});
  }
  return addLines(text, ranges);
}

function wantAll(root: PointerNode, pointers: Iterable<string>): Set<PointerNode> {
  const nodes = new Set<PointerNode>();
  for (const pointer of pointers) {
    const node = addPointer(root, pointer);
    if (!node) continue;
    node.wanted = true;
    nodes.add(node);
  }
  return nodes;
}

function findNearest(asked: PointerNode): (PointerNode & {span: Span}) | null {
  for (let node: PointerNode | null = asked; node; node = node.parent) {
    if (isFound(node)) return node;
  }
  return null;
}

function toRange(span: Span): JsonRange {
  const range: JsonRange = {start: span.start, end: span.end, line: 0, column: 0};
  return span.keyStart < 0 ? range : {...range, keyStart: span.keyStart, keyEnd: span.keyEnd};
}

/** Line and column are added last, in order of position, so that the text is read once for them. */
function addLines<R extends JsonRange>(text: string, ranges: Map<string, R>): Map<string, R> {
  const positionAt = createLineCounter(text);
  for (const range of [...ranges.values()].sort((a, b) => a.start - b.start)) {
    const {line, column} = positionAt(range.start);
    range.line = line;
    range.column = column;
  }
  return ranges;
}
