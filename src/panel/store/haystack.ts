import type {CapturedRequest} from '../../domain/capture/captured-request';
import type {DecodedEvent} from '../../domain/inspection';
import type {JsonValue} from '../../domain/json/json-value';

/** Beyond this an event's text is not searched: a log of 100,000 events has to fit in memory. */
const MAX_LENGTH = 1200;
const MAX_VALUE = 200;
const MAX_DEPTH = 12;

/** Lower-case text of an event: its name, its issues' codes, its keys and values, as far as they fit. */
export function toEventHaystack(event: DecodedEvent, codes: readonly string[]): string {
  const parts = [event.name ?? '', event.user ?? '', event.group ?? '', ...codes];
  collect(event.value, parts, {left: MAX_LENGTH}, 0);
  return parts.join(' ').toLowerCase();
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
    for (const item of value) collect(item, parts, room, depth + 1);
    return;
  }
  for (const key of Object.keys(value)) {
    if (room.left <= 0) return;
    add(key.slice(0, MAX_VALUE), parts, room);
    const member = value[key];
    if (member !== undefined) collect(member, parts, room, depth + 1);
  }
}

function add(text: string, parts: string[], room: {left: number}): void {
  parts.push(text);
  room.left -= text.length + 1;
}
