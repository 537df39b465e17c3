import type {JsonEdit} from '../../json/edit/json-edit';
import {applyTextChanges, type TextChange} from '../../json/edit/text-change';
import {toTextChanges} from '../../json/edit/to-text-changes';
import {appendToken, resolvePointer, splitPointer} from '../../json/json-pointer';
import {type JsonRange, locate} from '../../json/locate';
import type {Issue} from '../../verdict/issue';
import type {FixCode} from './fix-code';
import {addGroupId, moveGroupId} from './group-fixes';
import {addPlannedValue, setPlannedValue} from './plan-fixes';
import type {FixContext, Fixer, FixPlace, QuickFix} from './quick-fix';
import {removeByteOrderMark, removeForeignSyntax} from './text-fixes';
import {
  timestampAssumeUtc,
  timestampDayFirst,
  timestampFromEpoch,
  timestampNow,
  timestampToUtc,
  timestampYearFirst,
} from './timestamp-fixes';
import {
  numberToString,
  regenerateMessageId,
  removeProperty,
  renameEventName,
  renameLegacyEvent,
  renameProperty,
  stringToNumber,
  wrapInArray,
} from './value-fixes';

const fixers: Readonly<Record<FixCode, Fixer>> = {
  'timestamp-to-utc': timestampToUtc,
  'timestamp-from-epoch': timestampFromEpoch,
  'timestamp-assume-utc': timestampAssumeUtc,
  'timestamp-year-first': timestampYearFirst,
  'timestamp-day-first': timestampDayFirst,
  'timestamp-now': timestampNow,
  'rename-legacy-event': renameLegacyEvent,
  'rename-event-name': renameEventName,
  'move-group-id': moveGroupId,
  'add-group-id': addGroupId,
  'wrap-in-array': wrapInArray,
  'string-to-number': stringToNumber,
  'number-to-string': numberToString,
  'remove-property': removeProperty,
  'rename-property': renameProperty,
  'add-planned-value': addPlannedValue,
  'set-planned-value': setPlannedValue,
  'remove-trailing-comma': removeForeignSyntax,
  'remove-comments': removeForeignSyntax,
  'remove-byte-order-mark': removeByteOrderMark,
  'regenerate-message-id': regenerateMessageId,
  // The user chooses the distance: see `shift-timestamps.ts`.
  'shift-timestamps': {propose: () => []},
  // Creates several requests, which editing a text cannot do: see `split-batch.ts`.
  'split-batch': {propose: () => []},
};

/** The fixes for an issue, best first. A body that is not JSON is fixed in its text, everything else by JSON Pointer. */
export function proposeFixes(issue: Issue, context: FixContext): QuickFix[] {
  return proposeAll([issue], issue.fixes, context).flat();
}

/**
 * The same fix for all issues that list it, as one; null if it cannot fix any of them. `variant` chooses between
 * fixes with the same code (see `QuickFix.variant`); without it each issue gets its best fix.
 */
export function fixAllOfKind(
  issues: readonly Issue[],
  code: FixCode,
  context: FixContext,
  variant?: string,
): QuickFix | null {
  const concerned = issues.filter(({fixes}) => fixes.includes(code));
  const take = createClaims();
  const chosen = proposeAll(concerned, [code], context)
    .flatMap((fixes) => fixes.find((fix) => variant === undefined || fix.variant === variant) ?? [])
    .filter(({edits}) => take(edits));
  const [first] = chosen;
  if (first === undefined) return null;
  if (chosen.length === 1 || first.changes !== null) return first;
  const edits = joinEdits(chosen.flatMap((fix) => fix.edits));
  return {...first, title: `${first.title}, and alike in ${chosen.length - 1} more`, edits, changes: null};
}

/** The fix as changes of the text, for the editor's transaction. Throws a JsonEditError if its place no longer exists. */
function toFixChanges(text: string, fix: QuickFix): readonly TextChange[] {
  return fix.changes ?? toTextChanges(text, fix.edits);
}

/** The text with the fix applied; all other characters are unchanged. */
export function applyFix(text: string, fix: QuickFix): string {
  return applyTextChanges(text, toFixChanges(text, fix));
}

/** The fixes of each issue. All places are located in one pass over the text. */
function proposeAll(issues: readonly Issue[], codes: readonly FixCode[], context: FixContext): QuickFix[][] {
  const eventOf = ({event}: Issue) => (event === null ? '' : (context.events[event]?.pointer ?? null));
  const wanted = issues.flatMap((issue) => {
    const event = eventOf(issue);
    if (event === null) return [];
    return [event + issue.pointer, ...codes.flatMap((code) => fixers[code].needs?.(event, issue) ?? [])];
  });
  let ranges: Map<string, JsonRange> | null = context.value === undefined ? new Map() : null;
  const rawOf = (pointer: string) => {
    // Located on first use: many issues turn out to have no fix without looking at the text.
    ranges ??= locate(context.text, new Set(wanted));
    const range = ranges.get(pointer);
    return range === undefined ? null : context.text.slice(range.start, range.end);
  };
  return issues.map((issue) => {
    const event = eventOf(issue);
    if (event === null) return [];
    const pointer = event + issue.pointer;
    const value = context.value === undefined ? undefined : resolvePointer(context.value, pointer);
    const place: FixPlace = {
      issue,
      event,
      pointer,
      value,
      get raw() {
        return rawOf(pointer);
      },
      rawOf,
    };
    return codes.flatMap((code) => proposeBy(code, place, context));
  });
}

function proposeBy(code: FixCode, place: FixPlace, context: FixContext): QuickFix[] {
  return fixers[code]
    .propose(place, context)
    .map((proposal) => ({code, variant: '', changes: null, ...proposal}));
}

/**
 * Takes the edits of one fix after another, and returns false for those of a place that others change in another way: of
 * two members that would get the same name only the first is renamed, of two plans that contradict each other only the
 * first is followed.
 */
function createClaims(): (edits: readonly JsonEdit[]) => boolean {
  const claimed = new Map<string, string>();
  return (edits) => {
    const claims = edits.flatMap((edit) =>
      toPlaces(edit).map((place) => [place, JSON.stringify(edit)] as const),
    );
    const isFree = claims.every(([place, change]) => (claimed.get(place) ?? change) === change);
    if (isFree) for (const [place, change] of claims) claimed.set(place, change);
    return isFree;
  };
}

/** The places that the edit changes: an object that is added counts as its first member. */
function toPlaces(edit: JsonEdit): string[] {
  const {op, pointer} = edit;
  if (op === 'rename') return [pointer, appendToken(splitPointer(pointer)?.parent ?? '', edit.key)];
  return [isNewObject(edit) ? `${pointer} ${edit.text.split(':')[0]}` : pointer];
}

function isNewObject(edit: JsonEdit | undefined): edit is JsonEdit & {op: 'add'} {
  return edit?.op === 'add' && edit.text.startsWith('{');
}

/**
 * Each edit once, and none inside of what is removed or replaced. An object that is missing is added once, with all
 * members that are to be added to it.
 */
function joinEdits(edits: readonly JsonEdit[]): JsonEdit[] {
  const ended = new Set(edits.map(({op, pointer}) => (op === 'rename' ? null : pointer)));
  const byPlace = new Map<string, JsonEdit>();
  for (const edit of edits) {
    let outer = splitPointer(edit.pointer);
    while (outer && !ended.has(outer.parent)) outer = splitPointer(outer.parent);
    if (outer) continue;
    const place = edit.op === 'add' ? `add ${edit.pointer}` : JSON.stringify(edit);
    const before = byPlace.get(place);
    if (before === undefined) byPlace.set(place, edit);
    else if (isNewObject(before) && isNewObject(edit) && before.text !== edit.text)
      byPlace.set(place, {...before, text: `${before.text.slice(0, -1)}, ${edit.text.slice(1)}`});
  }
  return [...byPlace.values()];
}
