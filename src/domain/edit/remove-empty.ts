import type {JsonEdit} from '../json/edit/json-edit';
import {appendToken, resolvePointer} from '../json/json-pointer';
import {isJsonObject} from '../json/json-value';
import type {FixContext, QuickFix} from './fixes/quick-fix';

/** The objects of an event whose members a sender fills in. */
const holders = ['properties', 'traits', 'context'];

/** Removes null and "" from the properties of all events; null if nothing was removed. Does not depend on rules. */
export function removeEmpty({value, events}: FixContext): QuickFix | null {
  if (value === undefined) return null;
  const pointers = events.flatMap(({pointer}) =>
    holders.flatMap((name) => {
      const holder = resolvePointer(value, `${pointer}/${name}`);
      if (!isJsonObject(holder)) return [];
      const empty = Object.keys(holder).filter((key) => holder[key] === null || holder[key] === '');
      return empty.map((key) => appendToken(`${pointer}/${name}`, key));
    }),
  );
  const [first] = pointers;
  if (first === undefined) return null;
  const edits = pointers.map((pointer): JsonEdit => ({op: 'remove', pointer}));
  const title =
    pointers.length === 1 ? 'Remove the empty property' : `Remove ${pointers.length} empty properties`;
  return {
    code: 'remove-property',
    title,
    preview: {before: first, after: ''},
    variant: 'empty',
    edits,
    changes: null,
  };
}
