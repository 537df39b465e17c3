import {splitPointer} from '../../json/json-pointer';
import {type Fixer, putText, toJsonText} from './quick-fix';

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** `"007"` and `" 7"` are not JSON numbers and stay text; for numbers, all digits are kept. */
export const stringToNumber: Fixer = {
  propose: (place) =>
    typeof place.value === 'string' && jsonNumber.test(place.value)
      ? [putText(place, place.value, `Change to the number ${place.value}`)]
      : [],
};

/** With the digits as written: 1e3 becomes "1e3". */
export const numberToString: Fixer = {
  propose: (place) =>
    typeof place.value === 'number' && place.raw !== null
      ? [putText(place, toJsonText(place.raw), `Change to the text "${place.raw}"`)]
      : [],
};

export const removeProperty: Fixer = {
  propose({pointer, raw}) {
    const key = splitPointer(pointer)?.token;
    if (key === undefined || raw === null) return [];
    return [
      {
        title: `Remove ${key || '""'}`,
        preview: {before: `${toJsonText(key)}: ${raw}`, after: ''},
        edits: [{op: 'remove', pointer}],
      },
    ];
  },
};

/** The issue suggests the documented name. */
export const renameProperty: Fixer = {
  propose({pointer, raw, issue}) {
    const key = splitPointer(pointer)?.token;
    const {suggestion} = issue;
    if (key === undefined || raw === null || suggestion?.kind !== 'rename') return [];
    const wanted = suggestion.to;
    if (wanted === key) return [];
    return [
      {
        title: `Rename to ${wanted}`,
        preview: {before: toJsonText(key), after: toJsonText(wanted)},
        edits: [{op: 'rename', pointer, key: wanted}],
      },
    ];
  },
};

/** Renames the old field; replaces an `event_name` that is null or empty. */
export const renameLegacyEvent: Fixer = {
  needs: (event) => [`${event}/event`, `${event}/event_name`],
  propose({event, rawOf}) {
    const raw = rawOf(`${event}/event`);
    if (raw === null) return [];
    const isTaken = rawOf(`${event}/event_name`) !== null;
    return [
      {
        title: 'Rename event to event_name',
        preview: {before: `"event": ${raw}`, after: `"event_name": ${raw}`},
        edits: [
          ...(isTaken ? [{op: 'remove' as const, pointer: `${event}/event_name`}] : []),
          {op: 'rename', pointer: `${event}/event`, key: 'event_name'},
        ],
      },
    ];
  },
};

export const renameEventName: Fixer = {
  propose(place) {
    const {suggestion} = place.issue;
    const likely = suggestion?.kind === 'set' ? suggestion.value : null;
    if (typeof likely !== 'string' || place.raw === null) return [];
    return [putText(place, toJsonText(likely), `Change to ${likely}`)];
  },
};

export const wrapInArray: Fixer = {
  propose: () => [
    {
      title: 'Wrap the event in an array',
      preview: {before: '{…}', after: '[{…}]'},
      edits: [{op: 'wrap-in-array', pointer: ''}],
    },
  ],
};

export const regenerateMessageId: Fixer = {
  needs: (event) => [`${event}/messageId`],
  propose({event, rawOf}, {newUuid}) {
    const pointer = `${event}/messageId`;
    return [putText({pointer, raw: rawOf(pointer)}, toJsonText(newUuid()), 'Give it a new messageId')];
  },
};
