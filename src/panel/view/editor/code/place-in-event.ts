import type {EditorState} from '@codemirror/state';
import {formatPointer} from '../../../../domain/json/json-pointer';
import {
  createTokenReader,
  memberToken,
  type OpenValue,
  readKey,
  readToken,
  type TokenReader,
} from '../../../../domain/json/token-reader';
import {batchPointers} from '../../../../domain/protocols/wire-formats';

/** The event and the place in it for a position of the document. */
export interface PlaceInEvent {
  /** The texts at the top of the event, by key: including its name and its type. */
  texts: Readonly<Record<string, string>>;
  /** Keys from the event to the place: `['properties', 'invitee_email']`. The last one may be incomplete. */
  path: readonly string[];
  /** The place is the key of a member, not its value. */
  isKey: boolean;
  /** The token at the position, including quotes. */
  token: {from: number; to: number};
}

/** The number of characters in which an event's texts are searched. */
const TEXTS_WITHIN = 200_000;

/** Null: not on a key or a value of an event. */
export function readPlaceInEvent(state: EditorState, position: number, side: -1 | 1): PlaceInEvent | null {
  const reader = createTokenReader(state.sliceDoc(0, state.doc.lineAt(position).to));
  const isPassed = () => reader.end < position || (side > 0 && reader.end === position);
  while (reader.kind !== 'end' && isPassed()) readToken(reader);
  const {kind, start} = reader;
  const isAt = side < 0 ? start < position : start <= position;
  return isAt && (kind === 'key' || kind === 'scalar') ? toPlace(state, reader) : null;
}

function toPlace(state: EditorState, {text, kind, start, end, around}: TokenReader): PlaceInEvent | null {
  const open = listOpen(around);
  const inside = open.slice(toEventDepth(text, open));
  // Nested lists have no key of their own.
  const path = inside.flatMap((value) => (value.isArray ? [] : (memberToken(text, value) ?? [])));
  const [event] = inside;
  if (!event || event.isArray || path.length === 0) return null;
  const texts = readTexts(state.sliceDoc(event.start, event.start + TEXTS_WITHIN));
  return {texts, path, isKey: kind === 'key', token: {from: start, to: end}};
}

/** Outermost first. */
function listOpen(innermost: OpenValue | null): OpenValue[] {
  const open: OpenValue[] = [];
  for (let next = innermost; next; next = next.parent) open.push(next);
  return open.reverse();
}

/** The event is an object in a list where a protocol may have one, or the object at the top. */
function toEventDepth(text: string, open: readonly OpenValue[]): number {
  const depth = open.findIndex(({isArray}) => isArray);
  if (depth < 0) return 0;
  const keys = open.slice(0, depth).map((value) => memberToken(text, value) ?? '');
  return batchPointers.includes(formatPointer(keys)) ? depth + 1 : 0;
}

function readTexts(event: string): Record<string, string> {
  const found = new Map<string, string>();
  const reader = createTokenReader(event);
  for (; reader.kind !== 'end'; readToken(reader)) {
    const {kind, start, end, around} = reader;
    if (kind === 'close' && around?.depth === 1) break;
    const key = kind === 'scalar' && around?.depth === 1 ? memberToken(event, around) : null;
    if (key !== null && event[start] === '"') found.set(key, readKey(event, start, end));
  }
  return Object.fromEntries(found);
}
