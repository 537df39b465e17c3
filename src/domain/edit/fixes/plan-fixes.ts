import {resolvePointer, splitPointer} from '../../json/json-pointer';
import {isJsonObject} from '../../json/json-value';
import type {Fixer} from './quick-fix';

/** The value that the plan allows in the place of the one that is there. */
export const setPlannedValue: Fixer = {
  propose({pointer, raw, issue: {suggestion}}) {
    if (suggestion?.kind !== 'set' || raw === null) return [];
    const text = JSON.stringify(suggestion.value);
    if (text === raw) return [];
    return [
      {
        title: `Change to ${text}`,
        preview: {before: raw, after: text},
        edits: [{op: 'replace', pointer, text}],
      },
    ];
  },
};

/** A missing property whose only value the plan knows; the object around it is made where it is missing too. */
export const addPlannedValue: Fixer = {
  propose({pointer, raw, issue: {suggestion}}, {value}) {
    const place = splitPointer(pointer);
    if (suggestion?.kind !== 'set' || raw !== null || place === null || value === undefined) return [];
    const text = JSON.stringify(suggestion.value);
    const holder = resolvePointer(value, place.parent);
    if (holder !== undefined && !isJsonObject(holder)) return [];
    const member = `${JSON.stringify(place.token)}: ${text}`;
    return [
      {
        title: `Add ${place.token} with the value ${text}`,
        preview: {before: '', after: member},
        edits: isJsonObject(holder)
          ? [{op: 'add', pointer, text}]
          : [{op: 'add', pointer: place.parent, text: `{${member}}`}],
      },
    ];
  },
};
