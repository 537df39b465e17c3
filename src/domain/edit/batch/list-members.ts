import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COMMA,
  endOfString,
  endOfValue,
  OPEN_OBJECT,
  readString,
  skipWhitespace,
  startOfDocument,
} from '../../json/scan';

/** A value inside an object (with its key) or an array (with ''). Offsets of the value, `end` behind its last character. */
export interface Member {
  key: string;
  start: number;
  end: number;
}

/** The document's own value. */
export function readRoot(text: string): Member {
  const start = startOfDocument(text);
  return {key: '', start, end: endOfValue(text, start)};
}

/** The members of the object or array that begins at `start`, in order, duplicates included. The text must be JSON. */
export function listMembers(text: string, start: number): Member[] {
  const members: Member[] = [];
  const isObject = text.charCodeAt(start) === OPEN_OBJECT;
  let at = start + 1;
  while (at < text.length) {
    at = skipWhitespace(text, at);
    const code = text.charCodeAt(at);
    if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) break;
    if (code === COMMA) {
      at++;
      continue;
    }
    const keyEnd = isObject ? endOfString(text, at) : at;
    const key = isObject ? readString(text, at, keyEnd) : '';
    const value = isObject ? skipWhitespace(text, skipWhitespace(text, keyEnd) + 1) : at;
    at = endOfValue(text, value);
    members.push({key, start: value, end: at});
  }
  return members;
}
