import {resolvePointer, splitPointer} from '../../json/json-pointer';
import {isJsonObject} from '../../json/json-value';
import {type Fixer, putText} from './quick-fix';

/** Replaces the value by the one that the plan allows. */
export const setPlannedValue: Fixer = {
  propose(place) {
    const {suggestion} = place.issue;
    if (suggestion?.kind !== 'set' || place.raw === null) return [];
    const text = JSON.stringify(suggestion.value);
    return text === place.raw ? [] : [putText(place, text, `Change to ${text}`)];
  },
};

/** Adds a missing property for which the plan allows only one value; creates its object if that is missing too. */
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
        title: `Add ${place.token || '""'} with the value ${text}`,
        preview: {before: '', after: member},
        edits: isJsonObject(holder)
          ? [{op: 'add', pointer, text}]
          : [{op: 'add', pointer: place.parent, text: `{${member}}`}],
      },
    ];
  },
};
