import {endOfValue, startOfDocument} from '../../json/scan';
import {createTokenReader, memberToken, readToken, takeValue} from '../../json/token-reader';

/** A value inside an object (with its key) or an array (with ''). Offsets of the value; `end` is after its last character. */
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
  const reader = createTokenReader(text, start);
  do {
    readToken(reader);
    const {kind, start, around} = reader;
    if ((kind !== 'open' && kind !== 'scalar') || !around || !takeValue(reader)) continue;
    const key = around.isArray ? '' : (memberToken(text, around) ?? '');
    members.push({key, start, end: reader.end});
  } while (reader.kind !== 'close' && reader.kind !== 'end');
  return members;
}
