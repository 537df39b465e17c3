import {resolvePointer} from '../../json/json-pointer';
import {isJsonObject} from '../../json/json-value';
import {timePointers} from '../../protocols/wire-formats';
import type {FixContext} from '../fixes/quick-fix';

/**
 * The times in a batch and its envelope that are texts, with their JSON Pointers inside the whole body. They are
 * shifted together; they need not be valid instants.
 */
export function findTimes({value, events}: FixContext): {pointer: string; time: string}[] {
  if (value === undefined) return [];
  const holders = new Set(['', ...events.map(({pointer}) => pointer)]);
  return [...holders].flatMap((pointer) => {
    const holder = resolvePointer(value, pointer);
    if (!isJsonObject(holder)) return [];
    return timePointers.flatMap((place) => {
      const time = resolvePointer(holder, place);
      return typeof time === 'string' ? [{pointer: pointer + place, time}] : [];
    });
  });
}
