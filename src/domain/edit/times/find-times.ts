import {resolvePointer} from '../../json/json-pointer';
import {isJsonObject} from '../../json/json-value';
import {timePointers} from '../../protocols/wire-formats';
import type {FixContext} from '../fixes/quick-fix';

/** The times of a batch and of its envelope that are texts, which move together, with their pointers inside the whole body; they need not name an instant. */
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
