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
  const isFree = createNameClaims();
  const chosen = proposeAll(concerned, [code], context)
    .flatMap((fixes) => fixes.find((fix) => variant === undefined || fix.variant === variant) ?? [])
    .filter(({edits}) => edits.every(isFree));
  const [first] = chosen;
  if (first === undefined) return null;
  const edits = joinAdditions(unique(chosen.flatMap((fix) => fix.edits)));
  if (chosen.length === 1 || first.changes !== null) return first;
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

/** Of several members that would get the same name in one object, only the first can be renamed. */
function createNameClaims(): (edit: JsonEdit) => boolean {
  const claimed = new Map<string, string>();
  return (edit) => {
    if (edit.op !== 'rename') return true;
    const place = appendToken(splitPointer(edit.pointer)?.parent ?? '', edit.key);
    const first = claimed.get(place) ?? edit.pointer;
    claimed.set(place, first);
    return first === edit.pointer;
  };
}

/** An object that is missing is added once, with all members that are to be added to it. */
function joinAdditions(edits: readonly JsonEdit[]): JsonEdit[] {
  const byPlace = new Map<string, JsonEdit>();
  for (const edit of edits) {
    const place = edit.op === 'add' ? `add ${edit.pointer}` : JSON.stringify(edit);
    const before = byPlace.get(place);
    const isObject = before?.op === 'add' && edit.op === 'add' && before.text.startsWith('{');
    byPlace.set(
      place,
      isObject ? {...before, text: `${before.text.slice(0, -1)}, ${edit.text.slice(1)}`} : edit,
    );
  }
  return [...byPlace.values()];
}

/** Two issues at one place lead to the same edit. */
function unique(edits: readonly JsonEdit[]): JsonEdit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}
