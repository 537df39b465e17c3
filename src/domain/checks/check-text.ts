import {findDuplicateKeys} from '../json/faults/find-duplicate-keys';
import {findLoneSurrogates} from '../json/faults/find-lone-surrogates';
import {findUnsafeIntegers} from '../json/faults/find-unsafe-integers';
import {mayRepeatKeys} from '../json/faults/may-repeat-keys';
import type {JsonValue} from '../json/json-value';
import type {DecodedEvent} from '../verdict/inspection';
import type {Issue} from '../verdict/issue';
import {toIssue} from '../verdict/to-issue';

/** More of one kind would not add information, but each event that has one is reported. */
const MAX_ISSUES = 200;

/**
 * Finds what JSON.parse silently accepts: duplicate keys, unpaired surrogates, and integers that it rounds. It costs
 * as much as parsing, and a few times as much if there is something to find, so large bodies are only checked on
 * demand. `value` is the parsed text.
 */
export function checkText(
  {text, value}: {text: string; value: JsonValue},
  events: readonly DecodedEvent[],
): Issue[] {
  const toPlace = createPlacer(events);
  const duplicates = mayRepeatKeys(text, value) ? findDuplicateKeys(text) : [];
  return [
    ...takeOfEachEvent(duplicates, toPlace).map(([place, {key, ranges}]) =>
      toIssue('duplicate-key', {...place, params: {key, count: ranges.length}}),
    ),
    ...takeOfEachEvent(findLoneSurrogates(text), toPlace).map(([place, {inKey}]) =>
      toIssue('lone-surrogate', {...place, params: {inKey}}),
    ),
    ...takeOfEachEvent(findUnsafeIntegers(text), toPlace).map(([place, {digits, rounded}]) =>
      toIssue('unsafe-integer', {...place, params: {digits, rounded}}),
    ),
  ];
}

/** The first ones with their places, and of each event beyond them the first one. */
function takeOfEachEvent<Found extends {pointer: string}>(
  found: readonly Found[],
  toPlace: (pointer: string) => Place,
): [Place, Found][] {
  const taken: [Place, Found][] = [];
  const events = new Set<number | null>();
  for (const [position, one] of found.entries()) {
    const place = toPlace(one.pointer);
    if (position < MAX_ISSUES || !events.has(place.event)) taken.push([place, one]);
    events.add(place.event);
  }
  return taken;
}

interface Place {
  event: number | null;
  pointer: string;
}

/** Splits a pointer in the body into the event and a pointer in it. */
function createPlacer(events: readonly DecodedEvent[]): (pointer: string) => Place {
  const [first] = events;
  if (!first) return (pointer) => ({event: null, pointer});
  if (first.pointer === '') return (pointer) => ({event: 0, pointer});
  const list = first.pointer.slice(0, first.pointer.lastIndexOf('/') + 1);
  return (pointer) => {
    const [, index, rest = ''] = pointer.startsWith(list)
      ? (/^(\d+)(\/.*)?$/s.exec(pointer.slice(list.length)) ?? [])
      : [];
    return index === undefined ? {event: null, pointer} : {event: Number(index), pointer: rest};
  };
}
