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

export type TokenKind = 'open' | 'close' | 'comma' | 'colon' | 'key' | 'scalar' | 'end';

/** An open object or array at the reader's position. */
export interface OpenValue {
  parent: OpenValue | null;
  /** 1 for the document's own. */
  depth: number;
  isArray: boolean;
  start: number;
  /** Index of the element that is being read, or is next. */
  index: number;
  /** Position of the member's key, including quotes; -1: it is still to be read. */
  keyStart: number;
  keyEnd: number;
  awaited: 'key' | 'colon' | 'value' | 'comma';
}

/** The current token of a reader: [start, end) of the text. */
export interface TokenReader {
  readonly text: string;
  kind: TokenKind;
  start: number;
  end: number;
  /** The container of the token: `awaited` is what it awaited before the token, and its key is the token's key. */
  around: OpenValue | null;
  /** False: a string without its closing quote. */
  isWhole: boolean;
  /** The next line break at or after `start`, so that strings are not searched for it twice. */
  lineBreak: number;
}

/**
 * Reads JSON text token by token. The text may be incomplete or not JSON: after a fault the next token is read
 * anyway, and a string that is not closed ends with its line. Never throws, and deep nesting does not overflow the
 * stack. The reader starts at the first token, or at the value that begins at `from`.
 */
export function createTokenReader(text: string, from = startOfDocument(text)): TokenReader {
  const reader: TokenReader = {
    text,
    kind: 'end',
    start: 0,
    end: 0,
    around: null,
    isWhole: true,
    lineBreak: -1,
  };
  stand(reader, from);
  return reader;
}

/** Advances to the next token. */
export function readToken(reader: TokenReader): void {
  pass(reader);
  stand(reader, skipWhitespace(reader.text, reader.end));
}

/**
 * Reads the object or array that opens here, or the scalar, as one token. False, without reading anything, if it does
 * not end by `limit`.
 */
export function takeValue(reader: TokenReader, limit = reader.text.length): boolean {
  if (reader.kind !== 'open') return reader.isWhole && reader.end <= limit;
  const end = endOfValue(reader.text, reader.start);
  if (end > limit) return false;
  reader.kind = 'scalar';
  reader.end = end;
  return true;
}

/** Advances to the bracket that closes the current container, or to the end of the text. */
export function readToClose(reader: TokenReader): void {
  stand(reader, Math.min(endOfContainer(reader.text, reader.start) - 1, reader.text.length));
}

/** The index or key of the current member; null: its key is still to be read. */
export function memberToken(text: string, {isArray, index, keyStart, keyEnd}: OpenValue): string | null {
  if (isArray) return String(index);
  return keyStart < 0 ? null : readKey(text, keyStart, keyEnd);
}

/** A key that is still being typed has no closing quote, or no quotes at all. */
export function readKey(text: string, start: number, end: number): string {
  if (text.charCodeAt(start) !== QUOTE) return text.slice(start, end);
  const hasEnd = end - start > 1 && text.charCodeAt(end - 1) === QUOTE;
  return readString(text, start, hasEnd ? end : end + 1);
}

/** Updates the container for the token. */
function pass(reader: TokenReader): void {
  const {kind, around} = reader;
  if (kind === 'open') reader.around = open(reader, around);
  else if (around === null) return;
  else if (kind === 'key') around.awaited = 'colon';
  else if (kind === 'scalar') around.awaited = 'comma';
  else if (kind === 'colon') around.awaited = 'value';
  else if (kind === 'comma') {
    around.index++;
    around.keyStart = -1;
    around.awaited = around.isArray ? 'value' : 'key';
  } else if (kind === 'close') {
    reader.around = around.parent;
    if (around.parent) around.parent.awaited = 'comma';
  }
}

function open({text, start}: TokenReader, parent: OpenValue | null): OpenValue {
  const isArray = text.charCodeAt(start) === OPEN_ARRAY;
  const depth = parent === null ? 1 : parent.depth + 1;
  const awaited = isArray ? 'value' : 'key';
  return {parent, depth, isArray, start, index: 0, keyStart: -1, keyEnd: -1, awaited};
}

/** Makes the token that begins at `start` the current one. */
function stand(reader: TokenReader, start: number): void {
  const {text, around} = reader;
  reader.start = start;
  reader.end = start + 1;
  reader.isWhole = true;
  if (start >= text.length) {
    reader.kind = 'end';
    reader.end = start;
    return;
  }
  const code = text.charCodeAt(start);
  switch (code) {
    case COMMA:
      reader.kind = 'comma';
      return;
    case COLON:
      reader.kind = 'colon';
      return;
    case OPEN_ARRAY:
    case OPEN_OBJECT:
      reader.kind = 'open';
      return;
    case CLOSE_ARRAY:
    case CLOSE_OBJECT:
      reader.kind = 'close';
      return;
  }
  reader.kind = 'scalar';
  if (code === QUOTE) endString(reader);
  else reader.end = endOfWord(text, start + 1);
  // Until there is a colon, the string may be the rest of a key that is being typed.
  if (around?.awaited === 'key' || around?.awaited === 'colon') {
    reader.kind = 'key';
    around.keyStart = start;
    around.keyEnd = reader.end;
  }
}

/** A string that is not closed ends with its line. */
function endString(reader: TokenReader): void {
  const {text, start} = reader;
  if (reader.lineBreak < start) {
    const found = text.indexOf('\n', start);
    reader.lineBreak = found < 0 ? text.length : found;
  }
  const end = endOfString(text, start);
  reader.isWhole = end <= reader.lineBreak;
  reader.end = reader.isWhole ? end : reader.lineBreak;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === QUOTE || code === COMMA || code === COLON) break;
    if (code === CLOSE_ARRAY || code === CLOSE_OBJECT || code === OPEN_ARRAY || code === OPEN_OBJECT) break;
  }
  return at;
}
