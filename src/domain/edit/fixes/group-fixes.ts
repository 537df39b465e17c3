import type {JsonEdit} from '../../json/edit/json-edit';
import {resolvePointer} from '../../json/json-pointer';
import {isJsonObject, type JsonValue} from '../../json/json-value';
import type {FixContext, Fixer, FixPlace, Proposal} from './quick-fix';
import {toJsonText} from './quick-fix';

/** Where senders put the account's id by mistake, in the order in which they are believed. */
const otherPlaces = [
  '/group_id',
  '/groupId',
  '/context/groupId',
  '/properties/group_id',
  '/properties/groupId',
];

/** How many ids of the session are offered. */
const offered = 5;

/** Takes the id from where it was found to `context.group_id`, written as it was but for a number, which becomes text. */
export const moveGroupId: Fixer = {
  needs: (event) => otherPlaces.map((place) => event + place),
  propose({event, rawOf}, context) {
    const from = otherPlaces.find((place) => isId(valueAt(context, event + place)));
    const raw = from === undefined ? null : rawOf(event + from);
    if (from === undefined || raw === null) return [];
    const text = raw.startsWith('"') ? raw : toJsonText(raw);
    return [
      {
        title: `Move ${from.slice(1).replace('/', '.')} to context.group_id`,
        preview: {before: `${lastKey(from)}: ${raw}`, after: `context.group_id: ${text}`},
        edits: [...setGroupId(event, text, context), {op: 'remove', pointer: event + from}],
      },
    ];
  },
};

/** Gives the event the id of an account that this session has seen. */
export const addGroupId: Fixer = {
  propose: (place: FixPlace, context) =>
    [...new Set(context.sessionGroups)].slice(0, offered).map(
      (id): Proposal => ({
        title: `Set context.group_id to ${id}`,
        preview: {before: place.raw ?? '', after: toJsonText(id)},
        variant: id,
        edits: setGroupId(place.event, toJsonText(id), context),
      }),
    ),
};

function setGroupId(event: string, text: string, context: FixContext): JsonEdit[] {
  return isJsonObject(valueAt(context, `${event}/context`))
    ? [{op: 'add', pointer: `${event}/context/group_id`, text}]
    : [{op: 'add', pointer: `${event}/context`, text: `{"group_id": ${text}}`}];
}

function valueAt({value}: FixContext, pointer: string): JsonValue | undefined {
  return value === undefined ? undefined : resolvePointer(value, pointer);
}

function isId(value: JsonValue | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

function lastKey(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
