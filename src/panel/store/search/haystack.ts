import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {appendToken} from '../../../domain/json/json-pointer';
import type {JsonValue} from '../../../domain/json/json-value';
import type {DecodedEvent} from '../../../domain/verdict/inspection';
import {createEventParts, type EventParts} from './event-parts';
import {noPositions, type Positions} from './positions';
import {sumUp} from './sum-up';
import {toSearchable} from './to-searchable';

/**
 * The text for free-text filters, of all events of a request: their parts in one searchable text, each part once,
 * since the events of a batch have most of them in common; and the events that have it.
 */
export interface EventText {
  readonly text: string;
  readonly parts: number;
  /**
   * In one array, since a filter would have to access the memory of each separately: for each part the end of its
   * position in the text; for each part the end of its range in the last section; the events that have it.
   */
  readonly index: Uint32Array;
  readonly events: number;
}

/** The text of an event beyond this length is not searched: a log of 100,000 events has to fit in memory. */
const MAX_LENGTH = 1200;
const MAX_VALUE = 200;
const MAX_DEPTH = 12;
/** Input methods cannot type it, so a search text never matches across two parts. */
const BORDER = '\u0000';
const nowhere = new Uint32Array();

/**
 * For each event the codes of its issues, its values, and the names inside `properties`, `context` and similar, as
 * far as they fit. Names of the envelope are in every event, so searching for them is not useful.
 */
export function toEventText(
  events: readonly DecodedEvent[],
  codesOf: (event: DecodedEvent) => readonly string[],
): EventText {
  const parts = createEventParts();
  events.forEach((event, position) => {
    parts.event = position;
    for (const code of codesOf(event)) parts.add('', code);
    collect(event.value, '', '', 0, {parts, room: MAX_LENGTH, exact: event.exact});
  });
  const {text, ends} = join(parts.texts);
  // Everything found in a single event is found in all.
  if (events.length < 2) return {text, parts: 0, index: nowhere, events: events.length};
  const {holderEnds, holders} = parts.toHolders();
  const index = new Uint32Array(ends.length * 2 + holders.length);
  index.set(ends);
  index.set(holderEnds, ends.length);
  index.set(holders, ends.length * 2);
  return {text, parts: ends.length, index, events: events.length};
}

/** The events whose text contains that value. */
export function findEvents({text, parts, index, events}: EventText, value: string): Positions {
  let place = text.indexOf(value);
  if (place < 0) return noPositions;
  if (events === 1) return 'all';
  const hits = new Uint8Array(events);
  let left = events;
  let part = 0;
  while (place >= 0) {
    while (place >= (index[part] ?? text.length)) part++;
    const end = index[parts + part] ?? 0;
    for (let i = part === 0 ? 0 : (index[parts + part - 1] ?? 0); i < end; i++) {
      const event = index[parts * 2 + i] ?? 0;
      if (hits[event] === 1) continue;
      hits[event] = 1;
      if (--left === 0) return 'all';
    }
    place = text.indexOf(value, index[part]);
  }
  return toHits(hits);
}

/** Each part, and the events that have it in ascending order: an event that has it twice is listed twice. */
export function visitParts(
  {text, parts, index, events}: EventText,
  visit: (part: string, holders: ArrayLike<number>) => void,
): void {
  if (events === 1) {
    for (const part of text.split(BORDER)) visit(part, [0]);
    return;
  }
  for (let part = 0; part < parts; part++) {
    const from = part === 0 ? 0 : (index[part - 1] ?? 0);
    const first = part === 0 ? 0 : (index[parts + part - 1] ?? 0);
    const holders = index.subarray(parts * 2 + first, parts * 2 + (index[parts + part] ?? first));
    visit(text.slice(from, (index[part] ?? 0) - BORDER.length), holders);
  }
}

function toHits(hits: Uint8Array): readonly number[] {
  const positions: number[] = [];
  for (let event = 0; event < hits.length; event++) if (hits[event] === 1) positions.push(event);
  return positions;
}

/** In the form used for searching, which may be longer than the text itself (İ), or shorter (é). */
function join(parts: readonly string[]): {text: string; ends: Uint32Array} {
  const whole = parts.join(BORDER);
  const text = toSearchable(whole);
  // Equal length alone is not sufficient: one part may have grown and another shrunk.
  if (text.length === whole.length && text === whole.toLowerCase())
    return {text, ends: sumUp(parts.map(toEnd))};
  return {text, ends: sumUp(parts.map((part) => toEnd(toSearchable(part))))};
}

function toEnd({length}: string): number {
  return length + BORDER.length;
}

/** The text to find the request as a whole, in the form used for searching. */
export function toRequestHaystack(request: CapturedRequest, codes: readonly string[]): string {
  return toSearchable([request.method, request.url, request.origin.pageUrl ?? '', ...codes].join(' '));
}

/**
 * A value follows its name, so that both are found as they are read: `plan free`. Its pointer is only stored if
 * numbers are looked up by it.
 */
function collect(value: JsonValue, name: string, pointer: string, depth: number, search: Search): void {
  if (search.room <= 0 || depth > MAX_DEPTH) return;
  if (typeof value !== 'object' || value === null) {
    const text = search.exact?.get(pointer) ?? String(value);
    search.room -= search.parts.add(name, text.slice(0, MAX_VALUE));
    return;
  }
  if (name !== '') search.room -= search.parts.add(name, '');
  const isArray = Array.isArray(value);
  for (const key of Object.keys(value)) {
    if (search.room <= 0) return;
    const member = isArray ? value[Number(key)] : value[key];
    if (member === undefined) continue;
    const place = search.exact ? appendToken(pointer, key) : '';
    const inner = isArray || depth === 0 ? '' : key.slice(0, MAX_VALUE);
    collect(member, inner, place, depth + 1, search);
  }
}

interface Search {
  parts: EventParts;
  /** The number of characters of the event that are still searched. */
  room: number;
  exact: DecodedEvent['exact'];
}
