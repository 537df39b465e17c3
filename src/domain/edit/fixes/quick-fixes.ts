import {applyTextChanges, type TextChange} from '../../json/edit/text-change';
import {toTextChanges} from '../../json/edit/to-text-changes';
import {resolvePointer} from '../../json/json-pointer';
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
  // By how much is the user's to say: see `shift-timestamps.ts`.
  'shift-timestamps': {propose: () => []},
  // Makes several requests of one, which no edit of a text can: see `split-batch.ts`.
  'split-batch': {propose: () => []},
};

/** The ways to mend an issue, best first. A body that is no JSON is mended in its text, everything else by place. */
export function proposeFixes(issue: Issue, context: FixContext): QuickFix[] {
  return proposeAll([issue], issue.fixes, context).flat();
}

/**
 * The same fix for every issue that lists it, as one: null if none of them can be mended so. `variant` chooses between
 * fixes of one code (see `QuickFix.variant`); without it each issue gets its best.
 */
export function fixAllOfKind(
  issues: readonly Issue[],
  code: FixCode,
  context: FixContext,
  variant?: string,
): QuickFix | null {
  const concerned = issues.filter(({fixes}) => fixes.includes(code));
  const chosen = proposeAll(concerned, [code], context).flatMap(
    (fixes) => fixes.find((fix) => variant === undefined || fix.variant === variant) ?? [],
  );
  const [first] = chosen;
  if (first === undefined) return null;
  const edits = unique(chosen.flatMap((fix) => fix.edits));
  if (chosen.length === 1 || first.changes !== null) return first;
  return {...first, title: `${first.title}, and alike in ${chosen.length - 1} more`, edits, changes: null};
}

/** The fix as changes of the text: for the editor's transaction. Throws a JsonEditError where its place is gone. */
function toFixChanges(text: string, fix: QuickFix): readonly TextChange[] {
  return fix.changes ?? toTextChanges(text, fix.edits);
}

/** The text with the fix made; every character that it does not name stays. */
export function applyFix(text: string, fix: QuickFix): string {
  return applyTextChanges(text, toFixChanges(text, fix));
}

/** The proposals of each issue. All places are looked up in one pass over the text. */
function proposeAll(issues: readonly Issue[], codes: readonly FixCode[], context: FixContext): QuickFix[][] {
  const eventOf = ({event}: Issue) => (event === null ? '' : (context.events[event]?.pointer ?? null));
  const wanted = issues.flatMap((issue) => {
    const event = eventOf(issue);
    if (event === null) return [];
    return [event + issue.pointer, ...codes.flatMap((code) => fixers[code].needs?.(event, issue) ?? [])];
  });
  let ranges: Map<string, JsonRange> | null = context.value === undefined ? new Map() : null;
  const rawOf = (pointer: string) => {
    // Looked up when first asked for: many an issue turns out to have no fix without a look at the text.
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

/** Two issues on one place ask for the same edit. */
function unique(edits: readonly QuickFix['edits'][number][]): QuickFix['edits'] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}
