import {resolvePointer} from '../../json/json-pointer';
import {isJsonObject} from '../../json/json-value';
import type {FixContext} from '../fixes/quick-fix';

/** Where the times of an event stand that move together; the envelope's own come along. */
const fields = ['timestamp', 'sentAt', 'originalTimestamp'];

/** The times of a batch that are texts, with their pointers inside the whole body; they need not name an instant. */
export function findTimes({value, events}: FixContext): {pointer: string; time: string}[] {
  if (value === undefined) return [];
  const holders = new Set(['', ...events.map(({pointer}) => pointer)]);
  return [...holders].flatMap((pointer) => {
    const holder = resolvePointer(value, pointer);
    if (!isJsonObject(holder)) return [];
    return fields.flatMap((field) => {
      const time = Object.hasOwn(holder, field) ? holder[field] : undefined;
      return typeof time === 'string' ? [{pointer: `${pointer}/${field}`, time}] : [];
    });
  });
}
