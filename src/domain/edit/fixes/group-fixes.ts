import type {JsonEdit} from '../../json/edit/json-edit';
import {resolvePointer, splitPointer} from '../../json/json-pointer';
import {isJsonObject, type JsonValue} from '../../json/json-value';
import type {Issue} from '../../verdict/issue';
import {toFieldName} from '../../verdict/to-field-name';
import type {FixContext, Fixer, FixPlace, Proposal} from './quick-fix';
import {toJsonText} from './quick-fix';

/** Where senders put the account's ID, by mistake or in addition to the correct place. */
const otherPlaces = [
  '/group_id',
  '/groupId',
  '/context/group_id',
  '/context/groupId',
  '/properties/group_id',
  '/properties/groupId',
];

/** The number of the session's IDs that are offered. */
const offered = 5;

/**
 * Moves the ID to the correct place, as written except that a number becomes text: from the place of the issue if the
 * ID is there, else to it.
 */
export const moveGroupId: Fixer = {
  needs: (event) => otherPlaces.map((place) => event + place),
  propose({event, issue, rawOf}, context) {
    const isFound = isId(valueAt(context, event + issue.pointer));
    const to = isFound ? '/context/group_id' : issue.pointer;
    const from = isFound
      ? issue.pointer
      : (elsewhereOf(issue) ??
        otherPlaces.find((place) => place !== to && isId(valueAt(context, event + place))));
    const raw = from === undefined ? null : rawOf(event + from);
    if (from === undefined || raw === null) return [];
    const text = raw.startsWith('"') ? raw : toJsonText(raw);
    return [
      {
        title: `Move ${toFieldName(from)} to ${toFieldName(to)}`,
        preview: {before: `${lastKey(from)}: ${raw}`, after: `${toFieldName(to)}: ${text}`},
        edits: [...setId(event, to, text, context), {op: 'remove', pointer: event + from}],
      },
    ];
  },
};

/** The place that the message names: there may be a placeholder at an earlier one. */
function elsewhereOf(issue: Issue): string | null {
  return 'elsewhere' in issue.params ? issue.params.elsewhere : null;
}

/** Sets the ID of an account that was seen in this session. */
export const addGroupId: Fixer = {
  propose: ({event, issue, raw}: FixPlace, context) =>
    [...new Set(context.sessionGroups)].slice(0, offered).map(
      (id): Proposal => ({
        title: `Set ${toFieldName(issue.pointer)} to ${id}`,
        preview: {before: raw ?? '', after: toJsonText(id)},
        variant: id,
        edits: setId(event, issue.pointer, toJsonText(id), context),
      }),
    ),
};

/** Adds the ID, together with the object for it if that is missing. */
function setId(event: string, pointer: string, text: string, context: FixContext): JsonEdit[] {
  const holder = splitPointer(pointer)?.parent ?? '';
  return isJsonObject(valueAt(context, event + holder))
    ? [{op: 'add', pointer: event + pointer, text}]
    : [{op: 'add', pointer: event + holder, text: `{${toJsonText(lastKey(pointer))}: ${text}}`}];
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
