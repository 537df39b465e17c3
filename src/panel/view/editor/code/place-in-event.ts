import type {EditorState} from '@codemirror/state';
import {type OpenValue, type Span, walkTokens} from './walk-tokens';

/** Where in which event a position of the document lies. */
export interface PlaceInEvent {
  /** Name of the event that it belongs to; null where there is none to read. */
  name: string | null;
  /** Keys from the event down to the place: `['properties', 'invitee_email']`. The last one may be half typed. */
  path: readonly string[];
  /** The place is the key of a member, not its value. */
  isKey: boolean;
  /** The token at the position, quotes included. */
  token: Span;
}

/** An event's name is looked for in so many characters of it. */
const NAME_WITHIN = 200_000;

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
  const name = readEventName(state.sliceDoc(event.from, event.from + NAME_WITHIN));
  return {name, path, isKey, token};
}

/** The event is the object in a list at the top or in the `batch` of an envelope, or the object at the top. */
function toEventDepth(text: string, [first, second]: readonly OpenValue[]): number {
  if (first?.kind === '[') return 1;
  return first?.key && second?.kind === '[' && readToken(text, first.key) === 'batch' ? 2 : 0;
}

const nameFields = ['event_name', 'event', 'type'];

function readEventName(event: string): string | null {
  const found = new Map<string, string>();
  walkTokens(event, (token, isKey, open) => {
    const key = open[0]?.key;
    if (open.length === 1 && !isKey && key && event[token.from] === '"')
      found.set(readToken(event, key), readToken(event, token));
    return false;
  });
  const field = nameFields.find((name) => found.has(name));
  return field === undefined ? null : (found.get(field) ?? null);
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
