import {appendToken, formatPointer} from './json-pointer';
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
} from './scan';

/** What a place in the text belongs to: for hovering over a field and for completing what is being typed. */
export interface TextPlace {
  /** JSON Pointer of the innermost open object or array; null at the top of the document. */
  container: string | null;
  kind: 'object' | 'array' | null;
  /** The key or index of the member; null where a key is yet to be written, and at the top. */
  token: string | null;
  part: 'key' | 'value';
  /** The string, number or word at the place, quotes included; both are the offset where there is none. */
  start: number;
  end: number;
}

/** JSON Pointer of the member at a place; of the object itself where a key is yet to be written. */
export function toPointer({container, token}: TextPlace): string {
  return token === null ? (container ?? '') : appendToken(container ?? '', token);
}

interface Frame {
  parent: Frame | null;
  depth: number;
  kind: 'object' | 'array';
  token: string | null;
  index: number;
  awaited: 'key' | 'colon' | 'value' | 'comma';
}

/**
 * Finds the place at an offset of text that need not be JSON, or not yet: only what stands before it is read. The end
 * of a word belongs to the word. Offsets have to ascend: the text is read once.
 */
export function createPlaceFinder(text: string): (offset: number) => TextPlace {
  let frame: Frame | null = null;
  let at = skipByteOrderMark(text);
  return (offset) => {
    for (;;) {
      const start = skipWhitespace(text, at);
      const end = endOfToken(text, start);
      const isWord = !isPunctuation(text.charCodeAt(start));
      if (offset < start || start >= text.length) return describe(frame, text, offset, offset);
      if (isWord && offset <= end) return describe(frame, text, start, end);
      if (!isWord && offset <= start) return describe(frame, text, offset, offset);
      const passed = endOfPassed(text, start, offset, frame);
      if (passed > 0) readWord(frame, text, start, passed);
      else
        frame = isWord ? readWord(frame, text, start, end) : readPunctuation(frame, text.charCodeAt(start));
      at = Math.max(passed, end);
    }
  };
}

/**
 * The end of an object or array that begins here and is closed before the offset, else 0. Stepping over it at once
 * makes a place at the end of a long batch as quick as one in its middle; only near the top, since each level that
 * is entered after all has been read in vain.
 */
function endOfPassed(text: string, start: number, offset: number, frame: Frame | null): number {
  const code = text.charCodeAt(start);
  if (!frame || frame.depth > 4 || frame.awaited === 'key') return 0;
  if (code !== OPEN_ARRAY && code !== OPEN_OBJECT) return 0;
  const end = endOfValue(text, start);
  return end <= offset && end <= text.length ? end : 0;
}

function skipByteOrderMark(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function isPunctuation(code: number): boolean {
  return (
    code === COMMA ||
    code === COLON ||
    code === OPEN_ARRAY ||
    code === CLOSE_ARRAY ||
    code === OPEN_OBJECT ||
    code === CLOSE_OBJECT
  );
}

/** A string that is not closed ends with its line, so that what follows it can still be read. */
function endOfToken(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (isPunctuation(code)) return start + 1;
  if (code === QUOTE) {
    const end = Math.min(endOfString(text, start), text.length);
    const lineBreak = text.slice(start, end).search(/[\r\n]/);
    return lineBreak < 0 ? end : start + lineBreak;
  }
  const wordEnd = /[\s,:[\]{}"]|$/g;
  wordEnd.lastIndex = start + 1;
  return wordEnd.exec(text)?.index ?? text.length;
}

function readWord(frame: Frame | null, text: string, start: number, end: number): Frame | null {
  if (!frame) return null;
  const isKey = frame.kind === 'object' && frame.awaited === 'key';
  if (isKey) frame.token = readKey(text, start, end);
  frame.awaited = isKey ? 'colon' : 'comma';
  return frame;
}

/** A key that is still being typed has no closing quote, or none at all. */
function readKey(text: string, start: number, end: number): string {
  if (text.charCodeAt(start) !== QUOTE) return text.slice(start, end);
  const isClosed = end - start > 1 && text.charCodeAt(end - 1) === QUOTE;
  return readString(text, start, isClosed ? end : end + 1);
}

function readPunctuation(frame: Frame | null, code: number): Frame | null {
  const depth = (frame?.depth ?? 0) + 1;
  if (code === OPEN_OBJECT)
    return {parent: frame, depth, kind: 'object', token: null, index: 0, awaited: 'key'};
  if (code === OPEN_ARRAY)
    return {parent: frame, depth, kind: 'array', token: '0', index: 0, awaited: 'value'};
  if (!frame) return null;
  if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
    if (frame.parent) frame.parent.awaited = 'comma';
    return frame.parent;
  }
  if (code === COLON) frame.awaited = 'value';
  else if (frame.kind === 'object') Object.assign(frame, {token: null, awaited: 'key'});
  else Object.assign(frame, {token: String(++frame.index), awaited: 'value'});
  return frame;
}

/** `start` and `end` are those of the word, or both the offset. */
function describe(frame: Frame | null, text: string, start: number, end: number): TextPlace {
  if (!frame) return {container: null, kind: null, token: null, part: 'value', start, end};
  const isKey = frame.awaited === 'key' || frame.awaited === 'colon';
  const token = frame.awaited === 'key' && end > start ? readKey(text, start, end) : frame.token;
  return {
    container: pointerTo(frame.parent),
    kind: frame.kind,
    token,
    part: isKey ? 'key' : 'value',
    start,
    end,
  };
}

function pointerTo(frame: Frame | null): string {
  const tokens: string[] = [];
  for (let next = frame; next; next = next.parent) tokens.push(next.token ?? '');
  return formatPointer(tokens.reverse());
}
