import type {JsonEdit} from '../json/json-edit';
import {appendToken, resolvePointer} from '../json/json-pointer';
import {isJsonObject} from '../json/json-value';
import type {FixContext} from './fixes/quick-fix';
import {toJsonText} from './fixes/quick-fix';

/**
 * Edits that mark every event as one of a test: `properties.<name>` is true. An event whose properties are no object is
 * given some; entries that are no events stay.
 */
export function markAsTest({value, events}: FixContext, name: string): JsonEdit[] {
  if (value === undefined) return [];
  return events.flatMap(({pointer}): JsonEdit[] => {
    const event = resolvePointer(value, pointer);
    if (!isJsonObject(event)) return [];
    const holder = event.type === 'group' || event.type === 'identify' ? 'traits' : 'properties';
    const place = `${pointer}/${holder}`;
    return isJsonObject(event[holder])
      ? [{op: 'add', pointer: appendToken(place, name), text: 'true'}]
      : [{op: 'add', pointer: place, text: `{${toJsonText(name)}: true}`}];
  });
}
