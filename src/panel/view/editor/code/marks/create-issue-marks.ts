import {setDiagnostics} from '@codemirror/lint';
import {effect, signal} from '@preact/signals';
import {describeIssue} from '../../../../../domain/verdict/describe/describe-issue';
import type {Issue} from '../../../../../domain/verdict/issue';
import type {DraftFix, DraftFixes} from '../../../../store/draft/draft-fixes';
import type {DraftSession} from '../../../../store/draft/draft-session';
import type {CodeDocument} from '../code-document';
import {renderIssue} from './render-issue';
import {type IssueMark, toDiagnostics} from './to-diagnostics';
import {toShownMessage} from './to-shown-message';

/** The issues of a draft as they stand in the editor. */
export interface IssueMarks {
  /** What can be mended at the cursor, or else the first thing that can; null: nothing can. */
  fixableAt(position: number): Issue | null;
  /** Where an issue is marked. */
  find(issue: Issue): IssueMark | undefined;
  /** What an issue says, with its place by the editor's lines. Follows each check. */
  tell(issue: Issue): string;
}

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
    const {inspection} = session.flush();
    return toDiagnostics({...inspection, issues}, document.readSent(), render);
  };

  const stop = effect(() => {
    const {inspection} = session.checked.value;
    const sent = document.readSent();
    const placed = inspection.issues.filter(({position}) => position !== undefined);
    messages.value = new Map(placed.map((issue) => [issue, toShownMessage(issue, sent, document.state.doc)]));
    const marks = toDiagnostics(inspection, sent, render).map((mark) => ({
      ...mark,
      message: messages.peek().get(mark.issue) ?? mark.message,
    }));
    document.dispatch(setDiagnostics(document.state, marks));
  });
  session.onClose(stop);

  return {
    fixableAt: (position) => {
      const {issues} = session.flush().inspection;
      const here = toMarks(issues).find(
        ({from, to, issue}) => from <= position && position <= to && issue.fixes.length > 0,
      );
      return here?.issue ?? issues.find((issue) => issue.fixes.length > 0) ?? null;
    },
    find: (issue) => toMarks([issue])[0],
    tell,
  };
}
