import type {JsonEdit} from '../../json/edit/json-edit';
import {appendToken, resolvePointer} from '../../json/json-pointer';
import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import {batchPointers} from '../../protocols/wire-formats';
import type {TestProperty} from '../../replay/marking/test-property';
import {type EventContext, findHolder} from '../find-holder';
import {toJsonText} from '../fixes/quick-fix';

/** Marks every event of a body as a test event. */
export interface EventMarks {
  edits: readonly JsonEdit[];
  /** Events that already have this property, which they keep: it is assumed to be intended. */
  kept: number;
  /** Entries that can't have the property: they are not objects, or the object that should contain it is not one. */
  unmarked: number;
}

/**
 * Edits that add the property to every event; everything else is unchanged. Null: the text is not JSON, or contains
 * neither a batch nor an event.
 */
export function markEvents(text: string, property: TestProperty, context: EventContext): EventMarks | null {
  const entries = listEntries(text);
  if (entries === null) return null;
  const marks = entries.map(({value, pointer}) =>
    isJsonObject(value) ? markEvent(value, pointer, property, context) : 'unmarked',
  );
  const count = (state: string) => marks.filter((mark) => mark === state).length;
  const edits = marks.filter((mark) => typeof mark === 'object');
  return {edits, kept: count('kept'), unmarked: count('unmarked')};
}

/** The edit that marks one event; `kept`: it already has the property; `unmarked`: it has no object for it. */
function markEvent(
  event: JsonObject,
  pointer: string,
  {name, text}: TestProperty,
  context: EventContext,
): JsonEdit | 'kept' | 'unmarked' {
  const holder = findHolder(event, context);
  const place = pointer + holder;
  const held = resolvePointer(event, holder);
  if (held === undefined) return {op: 'add', pointer: place, text: `{${toJsonText(name)}: ${text}}`};
  if (!isJsonObject(held)) return 'unmarked';
  return Object.hasOwn(held, name) ? 'kept' : {op: 'add', pointer: appendToken(place, name), text};
}

/** The events of a list, wherever a protocol may have one, or the body itself if it is an event. */
function listEntries(text: string): {value: JsonValue; pointer: string}[] | null {
  const body = parse(text);
  if (body === undefined) return null;
  for (const pointer of batchPointers) {
    const list = resolvePointer(body, pointer);
    if (Array.isArray(list)) return list.map((value, index) => ({value, pointer: `${pointer}/${index}`}));
  }
  return isJsonObject(body) ? [{value: body, pointer: ''}] : null;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    // A text that is not JSON is sent on purpose, unchanged.
    return undefined;
  }
}
