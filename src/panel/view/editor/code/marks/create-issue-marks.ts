import {setDiagnostics} from '@codemirror/lint';
import {effect, signal} from '@preact/signals';
import {describeIssue} from '../../../../../domain/verdict/describe/describe-issue';
import type {Issue} from '../../../../../domain/verdict/issue';
import type {DraftFix, DraftFixes} from '../../../../store/draft/draft-fixes';
import type {DraftSession} from '../../../../store/draft/draft-session';
import type {CodeDocument} from '../code-document';
import {type IssueAtCursor, pickIssue, pickNextIssue} from './pick-issue';
import {renderIssue} from './render-issue';
import {type IssueMark, toDiagnostics} from './to-diagnostics';
import {toShownMessage} from './to-shown-message';

/** The issues of a draft in the editor. Callers wait until the text was checked. */
export interface IssueMarks {
  /** The fixes at the cursor. */
  fixableAt(position: number): IssueAtCursor<IssueMark>;
  /** The error or warning after the selection, or before it; undefined: there are none. */
  next(direction: 'next' | 'previous'): IssueMark | undefined;
  /** Where an issue is marked. */
  find(issue: Issue): IssueMark | undefined;
  /** The text of an issue, with its place by the editor's lines. Follows each check. */
  tell(issue: Issue): string;
  /** Removes the marks until the next check, since moving many of them along many changes is slow. */
  clear(): void;
}

/** For a longer text the marks are added in a separate task, after the one that shows the verdict. */
const LONG = 500_000;

/** Marks the issues in the document after each check. */
export function createIssueMarks(parts: {
  session: DraftSession;
  document: CodeDocument;
  fixes: DraftFixes;
  applyFix(fix: DraftFix): void;
}): IssueMarks {
  const {session, document, fixes, applyFix} = parts;
  const messages = signal<ReadonlyMap<Issue, string>>(new Map());
  const tell = (issue: Issue) => messages.value.get(issue) ?? describeIssue(issue).message;
  const render = (issue: Issue) => renderIssue(tell(issue), fixes.of(issue), applyFix);
  const toMarks = (issues: readonly Issue[]) => {
    const {inspection} = session.checked.peek();
    return toDiagnostics({...inspection, issues}, document.readSent(), render, Number.POSITIVE_INFINITY);
  };

  let marking: ReturnType<typeof setTimeout> | undefined;
  const mark = () => {
    const {inspection} = session.checked.peek();
    document.dispatch(setDiagnostics(document.state, toDiagnostics(inspection, document.readSent(), render)));
  };

  const stop = effect(() => {
    const {inspection, text} = session.checked.value;
    const sent = document.readSent();
    const placed = inspection.issues.filter(({position}) => position !== undefined);
    messages.value = new Map(placed.map((issue) => [issue, toShownMessage(issue, sent, document.state.doc)]));
    clearTimeout(marking);
    if (text.length < LONG) mark();
    // A text that was changed meanwhile is marked after its own check.
    else marking = setTimeout(() => session.stale.peek() || mark());
  });
  session.onClose(() => {
    stop();
    clearTimeout(marking);
  });

  return {
    fixableAt: (position) => {
      const {from, to} = document.state.doc.lineAt(position);
      const marks = toMarks(session.checked.peek().inspection.issues);
      return pickIssue(marks, {position, line: {from, to}}, ({issue}) => fixes.of(issue).length > 0);
    },
    next: (direction) => {
      const marks = toMarks(session.checked.peek().inspection.issues);
      return pickNextIssue(marks, document.state.selection.main, direction);
    },
    find: (issue) => toMarks([issue])[0],
    tell,
    clear() {
      clearTimeout(marking);
      document.dispatch(setDiagnostics(document.state, []));
    },
  };
}
