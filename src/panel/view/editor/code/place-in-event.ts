import type {EditorState} from '@codemirror/state';
import {formatPointer} from '../../../../domain/json/json-pointer';
import {batchPointers} from '../../../../domain/protocols/wire-formats';
import {type OpenValue, type Span, walkTokens} from './walk-tokens';

/** Where in which event a position of the document lies. */
export interface PlaceInEvent {
  /** The texts that stand at the top of the event, by their keys: its name and its type are among them. */
  texts: Readonly<Record<string, string>>;
  /** Keys from the event down to the place: `['properties', 'invitee_email']`. The last one may be half typed. */
  path: readonly string[];
  /** The place is the key of a member, not its value. */
  isKey: boolean;
  /** The token at the position, quotes included. */
  token: Span;
}

/** Texts of an event are looked for in so many characters of it. */
const TEXTS_WITHIN = 200_000;

/** Null: not on a key or a value of an event. */
export function readPlaceInEvent(state: EditorState, position: number, side: -1 | 1): PlaceInEvent | null {
  const text = state.sliceDoc(0, state.doc.lineAt(position).to);
  const isAt = ({from, to}: Span) =>
    side < 0 ? from < position && position <= to : from <= position && position < to;
  let place: PlaceInEvent | null = null;
  walkTokens(text, (token, isKey, open) => {
    if (isAt(token)) place = toPlace({state, text}, {token, isKey}, open);
    return token.to >= position;
  });
  return place;
}

function toPlace(
  {state, text}: {state: EditorState; text: string},
  {token, isKey}: Pick<PlaceInEvent, 'token' | 'isKey'>,
  open: readonly OpenValue[],
): PlaceInEvent | null {
  const inside = open.slice(toEventDepth(text, open));
  // Lists further in have no key of their own.
  const path = inside.flatMap(({key}) => (key ? [readToken(text, key)] : []));
  const [event] = inside;
  if (event?.kind !== '{' || path.length === 0) return null;
  const texts = readTexts(state.sliceDoc(event.from, event.from + TEXTS_WITHIN));
  return {texts, path, isKey, token};
}

/** The event is an object in a list that stands where a protocol may have one, or the object at the top. */
function toEventDepth(text: string, open: readonly OpenValue[]): number {
  const depth = open.findIndex(({kind}) => kind === '[');
  if (depth < 0) return 0;
  const keys = open.slice(0, depth).map(({key}) => (key ? readToken(text, key) : ''));
  return batchPointers.includes(formatPointer(keys)) ? depth + 1 : 0;
}

function readTexts(event: string): Record<string, string> {
  const found = new Map<string, string>();
  walkTokens(event, (token, isKey, open) => {
    const key = open[0]?.key;
    if (open.length === 1 && !isKey && key && event[token.from] === '"')
      found.set(readToken(event, key), readToken(event, token));
    return false;
  });
  return Object.fromEntries(found);
}

/** The text of a JSON string token; what can't be read yet stands as it is. */
function readToken(text: string, {from, to}: Span): string {
  const token = text.slice(from, Math.min(to, from + 1000));
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : token;
  } catch {
    // Half typed: without its quotes it is near enough for a completion.
    return token.replace(/^"|"$/g, '');
  }
}
