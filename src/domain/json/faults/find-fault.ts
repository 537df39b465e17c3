import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipWhitespace,
} from '../scan';

/** What the grammar expected when it found something else. */
export type Awaited =
  /** The value of the document, and its end. */
  | 'document'
  | 'end'
  /** In an array: after its start, after a comma, after an element. */
  | 'first-element'
  | 'element'
  | 'array-comma'
  /** In an object: after its start, after a comma, after a key, after a colon, after a member. */
  | 'first-key'
  | 'key'
  | 'colon'
  | 'member-value'
  | 'object-comma'
  /** The rest of a string, or of an escape in it. */
  | 'string'
  | 'escape';

export interface Fault {
  offset: number;
  awaited: Awaited;
}

interface Reader {
  text: string;
  at: number;
  awaited: Awaited;
  /** Stored here and not on the engine's stack, so that deep nesting cannot overflow it. */
  open: ('array' | 'object')[];
}

/** Stops at the first character that does not match the grammar of RFC 8259. null: the text is JSON. */
export function findFault(text: string): Fault | null {
  const reader: Reader = {text, at: skipWhitespace(text, 0), awaited: 'document', open: []};
  while (reader.awaited !== 'end') {
    const fault = readToken(reader);
    if (fault) return fault;
    reader.at = skipWhitespace(text, reader.at);
  }
  return reader.at < text.length ? {offset: reader.at, awaited: 'end'} : null;
}

function readToken(reader: Reader): Fault | null {
  const code = reader.text.charCodeAt(reader.at);
  switch (reader.awaited) {
    case 'array-comma':
      if (code === CLOSE_ARRAY) return close(reader);
      return code === COMMA ? advance(reader, 'element') : faultHere(reader);
    case 'object-comma':
      if (code === CLOSE_OBJECT) return close(reader);
      return code === COMMA ? advance(reader, 'key') : faultHere(reader);
    case 'colon':
      return code === COLON ? advance(reader, 'member-value') : faultHere(reader);
    case 'first-key':
      if (code === CLOSE_OBJECT) return close(reader);
      return code === QUOTE ? readString(reader, 'colon') : faultHere(reader);
    case 'key':
      return code === QUOTE ? readString(reader, 'colon') : faultHere(reader);
    case 'first-element':
      return code === CLOSE_ARRAY ? close(reader) : readValue(reader, code);
    default:
      return readValue(reader, code);
  }
}

function readValue(reader: Reader, code: number): Fault | null {
  if (code === OPEN_ARRAY) {
    reader.open.push('array');
    return advance(reader, 'first-element');
  }
  if (code === OPEN_OBJECT) {
    reader.open.push('object');
    return advance(reader, 'first-key');
  }
  return code === QUOTE ? readString(reader, afterValue(reader)) : readScalar(reader);
}

function readString(reader: Reader, next: Awaited): Fault | null {
  const {text} = reader;
  for (let at = reader.at + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20) return {offset: at, awaited: 'string'};
    if (code === QUOTE) {
      reader.at = at;
      return advance(reader, next);
    }
    if (code === BACKSLASH) {
      const length = lengthOfEscape(text, at);
      if (length === 0) return {offset: at, awaited: 'escape'};
      at += length - 1;
    }
  }
  return {offset: text.length, awaited: 'string'};
}

function lengthOfEscape(text: string, at: number): number {
  const letter = text.charAt(at + 1);
  if (letter === 'u') return /^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6)) ? 6 : 0;
  return letter !== '' && '"\\/bfnrt'.includes(letter) ? 2 : 0;
}

function readScalar(reader: Reader): Fault | null {
  const end = endOfToken(reader.text, reader.at);
  if (!isScalar(reader.text.slice(reader.at, end))) return faultHere(reader);
  reader.at = end;
  reader.awaited = afterValue(reader);
  return null;
}

/** A number or literal extends to the next whitespace, bracket, quote, colon or comma. */
function endOfToken(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) > 0x20 && !'[]{}",:'.includes(text.charAt(at))) at++;
  return at;
}

/** JSON.parse knows the grammar of numbers and literals, and is fast for a long run of digits. */
function isScalar(token: string): boolean {
  if (token === 'true' || token === 'false' || token === 'null') return true;
  try {
    return typeof JSON.parse(token) === 'number';
  } catch {
    // Its error says the same as our result.
    return false;
  }
}

function afterValue(reader: Reader): Awaited {
  const container = reader.open.at(-1);
  if (!container) return 'end';
  return container === 'array' ? 'array-comma' : 'object-comma';
}

function close(reader: Reader): null {
  reader.open.pop();
  return advance(reader, afterValue(reader));
}

function advance(reader: Reader, awaited: Awaited): null {
  reader.at++;
  reader.awaited = awaited;
  return null;
}

function faultHere(reader: Reader): Fault {
  return {offset: reader.at, awaited: reader.awaited};
}
