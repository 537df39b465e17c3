import type {CapturedRequest} from '../../domain/capture/captured-request';
import type {DecodedEvent} from '../../domain/inspection';
import type {JsonValue} from '../../domain/json/json-value';

/**
 * What a free-text filter looks at, of all events of a request: one lower-case text, so that a batch without a hit
 * costs one search, and where each event's part of it ends.
 */
export interface EventText {
  readonly text: string;
  readonly ends: Uint32Array;
}

/** Beyond this an event's text is not searched: a log of 100,000 events has to fit in memory. */
const MAX_LENGTH = 1200;
const MAX_VALUE = 200;
const MAX_DEPTH = 12;
/** No input method types it, so nothing that is searched for reaches from one event into the next. */
const BORDER = '\u0000';

/**
 * Of each event the codes of its issues, its values, and the names of what is inside `properties`, `context` and the
 * like, as far as they fit. Names of the envelope are in every event, so nobody finds anything by them.
 */
export function toEventText(
  events: readonly DecodedEvent[],
  codesOf: (event: DecodedEvent) => readonly string[],
): EventText {
  const ends = new Uint32Array(events.length);
  const texts: string[] = [];
  let end = 0;
  events.forEach((event, position) => {
    const parts = [...codesOf(event)];
    collect(event.value, parts, {left: MAX_LENGTH}, 0);
    const text = parts.join(' ').toLowerCase();
    texts.push(text);
    end += text.length + BORDER.length;
    ends[position] = end;
  });
  return {text: texts.join(BORDER), ends};
}

/** The events, by index in rising order, whose text holds that value. */
export function findEvents({text, ends}: EventText, value: string): number[] {
  const found: number[] = [];
  let event = 0;
  let place = text.indexOf(value);
  while (place >= 0) {
    while (place >= (ends[event] ?? text.length)) event++;
    found.push(event);
    place = text.indexOf(value, ends[event] ?? text.length);
    if (event >= ends.length - 1) break;
  }
  return found;
}

/** Lower-case text of what the request as a whole is found by. */
export function toRequestHaystack(request: CapturedRequest, codes: readonly string[]): string {
  return [request.method, request.url, request.origin.pageUrl ?? '', ...codes].join(' ').toLowerCase();
}

function collect(value: JsonValue, parts: string[], room: {left: number}, depth: number): void {
  if (room.left <= 0 || depth > MAX_DEPTH) return;
  if (typeof value !== 'object' || value === null) {
    add(typeof value === 'string' ? value.slice(0, MAX_VALUE) : String(value), parts, room);
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) {
      if (room.left <= 0) return;
      collect(item, parts, room, depth + 1);
    }
    return;
  }
  for (const key of Object.keys(value)) {
    if (room.left <= 0) return;
    if (depth > 0) add(key.slice(0, MAX_VALUE), parts, room);
    const member = value[key];
    if (member !== undefined) collect(member, parts, room, depth + 1);
  }
}

function add(text: string, parts: string[], room: {left: number}): void {
  parts.push(text);
  room.left -= text.length + 1;
}
