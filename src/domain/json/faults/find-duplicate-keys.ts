import {formatPointer} from '../json-pointer';
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfString,
  endOfValue,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  readString,
  skipWhitespace,
  startOfDocument,
} from '../scan';
import {MAX_DEPTH} from './max-depth';

/** Members of one object that share a key. JSON.parse keeps the last one; other readers keep the first, or refuse. */
export interface DuplicateKey {
  /** Of the member; it resolves to the last one. */
  pointer: string;
  key: string;
  /** The keys with their quotes, in UTF-16 units; at least two. */
  ranges: {start: number; end: number}[];
}

interface Frame {
  parent: Frame | null;
  depth: number;
  /** Where each key stands first; null for an array. */
  keys: Map<string, number> | null;
  duplicates: Map<string, DuplicateKey> | null;
  /** The key or index of the member that is being read. */
  token: string | number;
}

/**
 * Every duplicated key, in one pass, in the order in which the second of them stands. Containers deeper than
 * MAX_DEPTH are passed over; on text that is no JSON, what stands before the fault is found.
 */
export function findDuplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  let frame: Frame | null = null;
  let at = startOfDocument(text);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (frame && code === COMMA) {
      at = skipWhitespace(text, at + 1);
      continue;
    }
    if (frame && (code === CLOSE_ARRAY || code === CLOSE_OBJECT)) {
      frame = frame.parent;
      if (!frame) return found;
      at = skipWhitespace(text, at + 1);
      continue;
    }
    if (frame) at = readMember(text, at, frame, found);
    const opened = openContainer(text.charCodeAt(at), frame);
    if (opened) frame = opened;
    const end = opened ? at + 1 : endOfValue(text, at);
    if (!frame || end === at) return found;
    at = skipWhitespace(text, end);
  }
  return found;
}

/** Reads the key of a member, if it has one, and returns where its value begins. */
function readMember(text: string, at: number, frame: Frame, found: DuplicateKey[]): number {
  if (!frame.keys) {
    frame.token = Number(frame.token) + 1;
    return at;
  }
  if (text.charCodeAt(at) !== QUOTE) return text.length;
  const end = endOfString(text, at);
  if (end > text.length) return text.length;
  const key = readString(text, at, end);
  frame.token = key;
  const first = frame.keys.get(key);
  if (first === undefined) frame.keys.set(key, at);
  else found.push(...noteDuplicate(text, frame, key, first, {start: at, end}));
  const colon = skipWhitespace(text, end);
  return text.charCodeAt(colon) === COLON ? skipWhitespace(text, colon + 1) : text.length;
}

/** Gives the duplicate when it is met first; later ones only add their range. */
function noteDuplicate(
  text: string,
  frame: Frame,
  key: string,
  first: number,
  range: {start: number; end: number},
): DuplicateKey[] {
  const known = frame.duplicates?.get(key);
  if (known) {
    known.ranges.push(range);
    return [];
  }
  const ranges = [{start: first, end: endOfString(text, first)}, range];
  const duplicate: DuplicateKey = {pointer: pointerTo(frame), key, ranges};
  frame.duplicates ??= new Map();
  frame.duplicates.set(key, duplicate);
  return [duplicate];
}

/** null: no container opens here, or one too deep to look into. */
function openContainer(code: number, parent: Frame | null): Frame | null {
  if (code !== OPEN_OBJECT && code !== OPEN_ARRAY) return null;
  const depth = parent ? parent.depth + 1 : 1;
  if (depth > MAX_DEPTH) return null;
  return {parent, depth, keys: code === OPEN_OBJECT ? new Map() : null, duplicates: null, token: -1};
}

function pointerTo(frame: Frame): string {
  const tokens: (string | number)[] = [];
  for (let next: Frame | null = frame; next; next = next.parent) tokens.unshift(next.token);
  return formatPointer(tokens);
}
