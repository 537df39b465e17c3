import {appendToken, formatPointer} from './json-pointer';
import {
  createTokenReader,
  memberToken,
  type OpenValue,
  readToken,
  type TokenReader,
  takeValue,
} from './token-reader';

/** What a position in the text belongs to: for hover and completion. */
export interface TextPlace {
  /** JSON Pointer of the innermost open object or array; null at the top of the document. */
  container: string | null;
  kind: 'object' | 'array' | null;
  /** The key or index of the member; null if a key is still to be written, and at the top. */
  token: string | null;
  part: 'key' | 'value';
  /** The string, number or word at the position, including quotes; both are the offset if there is none. */
  start: number;
  end: number;
}

/** JSON Pointer of the member at a position; of the object itself if a key is still to be written. */
export function toPointer({container, token}: TextPlace): string {
  return token === null ? (container ?? '') : appendToken(container ?? '', token);
}

/**
 * Finds the place at an offset of text that may be incomplete or not JSON: only the text before it is read. The end
 * of a word belongs to the word. Offsets must be ascending: the text is read once.
 */
export function createPlaceFinder(text: string): (offset: number) => TextPlace {
  const reader = createTokenReader(text);
  return (offset) => {
    for (;;) {
      const {kind, start, end} = reader;
      const isWord = kind === 'key' || kind === 'scalar';
      if (isWord && start <= offset && offset <= end) return describe(reader, start, end);
      if (offset <= start || kind === 'end') return describe(reader, offset, offset);
      takePassed(reader, offset);
      readToken(reader);
    }
  };
}

/**
 * Skips an object or array that is closed before the offset, so that a place at the end of a long batch is found as
 * fast as one in its middle. Only near the top, since a level that is entered after all has been read for nothing.
 */
function takePassed(reader: TokenReader, offset: number): void {
  const {kind, around} = reader;
  if (kind === 'open' && around !== null && around.depth <= 4) takeValue(reader, offset);
}

/** `start` and `end` are those of the word, or both the offset. */
function describe({text, around}: TokenReader, start: number, end: number): TextPlace {
  if (!around) return {container: null, kind: null, token: null, part: 'value', start, end};
  const {awaited, isArray} = around;
  const isBeforeKey = awaited === 'key' && end === start;
  return {
    container: pointerTo(text, around.parent),
    kind: isArray ? 'array' : 'object',
    token: isBeforeKey ? null : memberToken(text, around),
    part: awaited === 'key' || awaited === 'colon' ? 'key' : 'value',
    start,
    end,
  };
}

function pointerTo(text: string, innermost: OpenValue | null): string {
  const tokens: string[] = [];
  for (let next = innermost; next; next = next.parent) tokens.push(memberToken(text, next) ?? '');
  return formatPointer(tokens.reverse());
}
