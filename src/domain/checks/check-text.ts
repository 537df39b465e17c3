import {findDuplicateKeys} from '../json/faults/find-duplicate-keys';
import {findLoneSurrogates} from '../json/faults/find-lone-surrogates';
import {findUnsafeIntegers} from '../json/faults/find-unsafe-integers';
import {mayRepeatKeys} from '../json/faults/may-repeat-keys';
import type {JsonValue} from '../json/json-value';
import type {DecodedEvent} from '../verdict/inspection';
import type {Issue} from '../verdict/issue';
import {toIssue} from '../verdict/to-issue';

/** More of one kind would not add information. */
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
  const duplicates = mayRepeatKeys(text, value) ? findDuplicateKeys(text).slice(0, MAX_ISSUES) : [];
  const surrogates = findLoneSurrogates(text).slice(0, MAX_ISSUES);
  const integers = findUnsafeIntegers(text).slice(0, MAX_ISSUES);
  return [
    ...duplicates.map(({pointer, key, ranges}) =>
      toIssue('duplicate-key', {...toPlace(pointer), params: {key, count: ranges.length}}),
    ),
    ...surrogates.map(({pointer, inKey}) =>
      toIssue('lone-surrogate', {...toPlace(pointer), params: {inKey}}),
    ),
    ...integers.map(({pointer, digits, rounded}) =>
      toIssue('unsafe-integer', {...toPlace(pointer), params: {digits, rounded}}),
    ),
  ];
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
