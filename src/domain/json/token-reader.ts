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

/** An object or array that is open where the reader is. */
export interface OpenValue {
  parent: OpenValue | null;
  /** 1 for the document's own. */
  depth: number;
  isArray: boolean;
  start: number;
  /** Of the element that is read, or is due. */
  index: number;
  /** Of the key of the member, quotes included; -1: it is still to be read. */
  keyStart: number;
  keyEnd: number;
  awaited: 'key' | 'colon' | 'value' | 'comma';
}

/** The token at which a reader is: [start, end) of the text. */
export interface TokenReader {
  readonly text: string;
  kind: TokenKind;
  start: number;
  end: number;
  /** What is open around the token: what it awaits is what it awaited before it, and the key at the reader is its key. */
  around: OpenValue | null;
  /** False: a string without its closing quote. */
  isWhole: boolean;
  /** The next line break at or behind `start`, so that no string is searched for one twice. */
  lineBreak: number;
}

/**
 * Reads JSON text token by token. The text need not be JSON, or not yet: where the grammar is broken the next token
 * is read all the same, and a string that is not closed ends with its line. Never throws, and no depth of nesting
 * overflows the stack. The reader is at the first token, or at the value that begins at `from`.
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

/** Goes on to the next token. */
export function readToken(reader: TokenReader): void {
  pass(reader);
  stand(reader, skipWhitespace(reader.text, reader.end));
}

/**
 * Takes the object or array that opens here, or the scalar, as one token. False, and nothing is taken, where it does
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

/** Goes on to the bracket that closes what is open here, or to the end of the text. */
export function readToClose(reader: TokenReader): void {
  stand(reader, Math.min(endOfContainer(reader.text, reader.start) - 1, reader.text.length));
}

/** The index or key of the member that is read; null: its key is still to be read. */
export function memberToken(text: string, {isArray, index, keyStart, keyEnd}: OpenValue): string | null {
  if (isArray) return String(index);
  return keyStart < 0 ? null : readKey(text, keyStart, keyEnd);
}

/** A key that is still being typed has no closing quote, or none at all. */
export function readKey(text: string, start: number, end: number): string {
  if (text.charCodeAt(start) !== QUOTE) return text.slice(start, end);
  const hasEnd = end - start > 1 && text.charCodeAt(end - 1) === QUOTE;
  return readString(text, start, hasEnd ? end : end + 1);
}

/** What the token changes in what is open. */
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

/** Makes the token that begins at `start` the reader's. */
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
  // Until there is a colon, what was taken for the key may be the rest of one that is just being typed.
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
