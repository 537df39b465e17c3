import {formatPointer} from '../json-pointer';
import {endOfString} from '../scan';
import {
  createTokenReader,
  memberToken,
  readKey,
  readToken,
  type TokenReader,
  takeValue,
} from '../token-reader';
import {MAX_DEPTH} from './max-depth';

/**
 * Members of one object with the same key. JSON.parse keeps the last one; other readers keep the first, or reject the
 * text.
 */
export interface DuplicateKey {
  /** Pointer of the member; resolves to the last one. */
  pointer: string;
  key: string;
  /** The keys with their quotes, in UTF-16 units; at least two. */
  ranges: {start: number; end: number}[];
}

/** The keys of an object found so far. */
interface Keys {
  /** The first position of each. */
  first: Map<string, number>;
  duplicates: Map<string, DuplicateKey> | null;
}

/**
 * All duplicate keys, in one pass, in the order of their second occurrences. Containers deeper than MAX_DEPTH are
 * skipped.
 */
export function findDuplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  /** For each open object, by depth. */
  const open: Keys[] = [];
  const reader = createTokenReader(text);
  for (; reader.kind !== 'end'; readToken(reader)) {
    const depth = reader.around?.depth ?? 0;
    const keys = open[depth];
    if (reader.kind === 'key' && keys && reader.isWhole) {
      const duplicate = noteKey(reader, keys);
      if (duplicate) found.push(duplicate);
    } else if (reader.kind === 'open') {
      if (depth < MAX_DEPTH) open[depth + 1] = {first: new Map(), duplicates: null};
      else if (!takeValue(reader)) break;
    } else if (reader.kind === 'close' && depth <= 1) break;
  }
  return found;
}

/** Returns the duplicate when it is found first; later occurrences only add their range. */
function noteKey(reader: TokenReader, keys: Keys): DuplicateKey | null {
  const {text, start, end} = reader;
  const key = readKey(text, start, end);
  const first = keys.first.get(key);
  if (first === undefined) {
    keys.first.set(key, start);
    return null;
  }
  const known = keys.duplicates?.get(key);
  if (known) {
    known.ranges.push({start, end});
    return null;
  }
  const ranges = [
    {start: first, end: endOfString(text, first)},
    {start, end},
  ];
  const duplicate = {pointer: pointerTo(reader, key), key, ranges};
  keys.duplicates ??= new Map();
  keys.duplicates.set(key, duplicate);
  return duplicate;
}

function pointerTo({text, around}: TokenReader, key: string): string {
  const tokens = [key];
  for (let next = around?.parent ?? null; next; next = next.parent)
    tokens.push(memberToken(text, next) ?? '');
  return formatPointer(tokens.reverse());
}
