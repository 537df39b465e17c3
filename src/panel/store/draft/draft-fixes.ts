import {markEvents} from '../../../domain/edit/batch/mark-events';
import type {EventContext} from '../../../domain/edit/find-holder';
import type {FixContext, QuickFix} from '../../../domain/edit/fixes/quick-fix';
import {fixAllOfKind, proposeFixes} from '../../../domain/edit/fixes/quick-fixes';
import {removeEmpty} from '../../../domain/edit/remove-empty';
import {distanceToNow, shiftTimestamps} from '../../../domain/edit/times/shift-timestamps';
import {toTextChanges} from '../../../domain/json/edit/to-text-changes';
import type {JsonValue} from '../../../domain/json/json-value';
import type {Issue} from '../../../domain/verdict/issue';
import type {CheckedDraft} from './check/checked-draft';
import type {DraftDependencies} from './draft-dependencies';
import type {DraftSession} from './draft-session';

/** The issues of one rule that can be fixed, and their fixes. */
export interface FixKind {
  code: Issue['code'];
  severity: Issue['severity'];
  issues: readonly Issue[];
  /** The fixes for the first of them, best first. */
  fixes: readonly QuickFix[];
}

/** A change with a title and a preview: of a rule's own fix, or of the whole batch. */
export type DraftFix = Pick<QuickFix, 'title' | 'preview' | 'edits' | 'changes'>;

export interface DraftFixes {
  /** The fixes for one issue, best first. */
  of(issue: Issue): readonly QuickFix[];
  /** By rule, most severe first; only rules with fixes. */
  kinds(): readonly FixKind[];
  /** The same fix for all issues of a kind; null if it fixes only one. */
  forAll(kind: FixKind, fix: QuickFix): QuickFix | null;
  /** Changes to the whole batch that do not depend on rules. */
  forBatch(): readonly DraftFix[];
  /** A change by the user, to the text that was checked last; null: there is nothing to change. */
  propose(make: (context: FixContext) => DraftFix | null): DraftFix | null;
  /** Applies the fix, as one step that can be undone. False: the text has changed since it was proposed. */
  apply(fix: DraftFix): boolean;
  /** The same for a fix in very many places, in several tasks. */
  applySoon(fix: DraftFix, then: (made: boolean) => void): void;
}

export function createDraftFixes(session: DraftSession, deps: DraftDependencies): DraftFixes {
  let made: {from: CheckedDraft; context: FixContext} | null = null;
  /** The text that a fix was proposed for: in any other its positions are wrong. */
  const proposedFor = new WeakMap<DraftFix, string>();

  const remember = <Fix extends DraftFix>(fix: Fix): Fix => {
    proposedFor.set(fix, contextOf().text);
    return fix;
  };
  const contextOf = (): FixContext => {
    const from = session.checked.peek();
    if (made?.from !== from) made = {from, context: toContext(from, deps)};
    return made.context;
  };
  /** Null: the text has changed. */
  const toChanges = (fix: DraftFix) => {
    const {text} = session.flush();
    return text === proposedFor.get(fix) ? (fix.changes ?? toTextChanges(text, fix.edits)) : null;
  };
  return {
    of: (issue) => proposeFixes(issue, contextOf()).map(remember),
    kinds: () => {
      const context = contextOf();
      return groupByRule(session.checked.peek().inspection.issues).flatMap((kind) => {
        const fixable = kind.issues.find((issue) => proposeFixes(issue, context).length > 0);
        return fixable ? [{...kind, fixes: proposeFixes(fixable, context).map(remember)}] : [];
      });
    },
    forAll: ({issues}, {code, variant}) => {
      if (issues.filter(({fixes}) => fixes.includes(code)).length < 2) return null;
      const all = fixAllOfKind(issues, code, contextOf(), isChoice(code) ? variant : undefined);
      return all && remember(all);
    },
    forBatch: () => {
      const context = contextOf();
      const test = markTest(context, toHome(session));
      return [shiftToNow(context), removeEmpty(context), test].filter((fix) => fix !== null).map(remember);
    },
    propose(make) {
      const fix = make(contextOf());
      return fix && remember(fix);
    },
    apply: (fix) => {
      const changes = toChanges(fix);
      if (changes !== null) session.change(changes);
      return changes !== null;
    },
    applySoon: (fix, then) => {
      const changes = toChanges(fix);
      if (changes === null) then(false);
      else session.changeSoon(changes, then);
    },
  };
}

function shiftToNow(context: FixContext): DraftFix | null {
  const distance = distanceToNow(context);
  const shift = distance === null || distance === 0 ? null : shiftTimestamps(context, distance);
  return shift && {...shift, title: 'Shift all timestamps so that the latest is now'};
}

const testMark = {name: 'is_test', text: 'true'};

function markTest(context: FixContext, eventContext: EventContext): DraftFix | null {
  const edits = markEvents(context.text, testMark, eventContext)?.edits ?? [];
  if (edits.length === 0) return null;
  return {
    title: 'Mark all events as a test',
    preview: {before: '', after: `"${testMark.name}": ${testMark.text}`},
    edits,
    changes: null,
  };
}

function toHome({checked, source}: DraftSession): EventContext {
  return {protocol: checked.peek().inspection.protocol, url: source.peek()?.url ?? ''};
}

/** The selected account is used in all of them; all other variants belong to a single event. */
function isChoice(code: QuickFix['code']): boolean {
  return code === 'add-group-id';
}

function toContext({text, inspection, draft}: CheckedDraft, deps: DraftDependencies): FixContext {
  return {
    text,
    value: inspection.decoded || draft.text === text ? parse(text) : undefined,
    events: inspection.events,
    now: new Date(deps.now()).toISOString(),
    newUuid: () => crypto.randomUUID(),
    sessionGroups: deps.known?.().groups ?? [],
  };
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON yet: then fixes of the text itself are offered.
    return undefined;
  }
}

const weights = {error: 0, warning: 1, info: 2} as const;

function groupByRule(issues: readonly Issue[]): Omit<FixKind, 'fixes'>[] {
  const kinds = new Map<Issue['code'], Issue[]>();
  for (const issue of issues) {
    if (issue.fixes.length === 0) continue;
    const kind = kinds.get(issue.code);
    if (kind) kind.push(issue);
    else kinds.set(issue.code, [issue]);
  }
  return [...kinds]
    .map(([code, all]) => ({code, severity: all[0]?.severity ?? 'info', issues: all}))
    .sort((a, b) => weights[a.severity] - weights[b.severity]);
}
