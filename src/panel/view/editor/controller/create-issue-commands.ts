import type {Notices} from '../../../store/create-notices';
import type {DraftFix, DraftFixes} from '../../../store/draft/draft-fixes';
import type {DraftSession} from '../../../store/draft/draft-session';
import type {CodeDocument} from '../code/code-document';
import {selectRange} from '../code/go-to-place';
import type {IssueMarks} from '../code/marks/create-issue-marks';
import type {Dialogs} from './create-dialogs';

/** The editor's commands for the issue at the cursor. */
export interface IssueCommands {
  /** Shows the fixes of the issue at the cursor, or all. */
  onFix(): Promise<void>;
  /** Applies the best fix of the issue at the cursor. */
  onFixNow(): Promise<void>;
  /** Goes to the next error or warning, or to the one before. */
  onNextIssue(direction: 'next' | 'previous'): Promise<void>;
}

export interface IssueCommandsParts {
  session: DraftSession;
  notices: Pick<Notices, 'tell'>;
  edit(): {document: CodeDocument; marks: IssueMarks};
  dialogs: Pick<Dialogs, 'fixing'>;
  fixes: Pick<DraftFixes, 'of'>;
  applyFix(fix: DraftFix): void;
}

/** Each waits for the check of the text: an earlier key, which also waited, has set the cursor. */
export function createIssueCommands(parts: IssueCommandsParts): IssueCommands {
  const {session, notices, edit, dialogs, fixes, applyFix} = parts;
  const findHere = async () => {
    await session.whenChecked();
    const {document, marks} = edit();
    return marks.fixableAt(document.state.selection.main.head);
  };
  return {
    async onFix() {
      const here = await findHere();
      dialogs.fixing.value = here.state === 'found' ? here.mark.issue : 'all';
    },
    async onFixNow() {
      const here = await findHere();
      if (here.state !== 'found') return notices.tell(whyNoFix[here.state]);
      const [best] = fixes.of(here.mark.issue);
      if (best) applyFix(best);
    },
    async onNextIssue(direction) {
      await session.whenChecked();
      const {document, marks} = edit();
      const mark = marks.next(direction);
      if (!mark) return notices.tell('This draft has no errors or warnings.');
      selectRange(document, mark);
      document.explain(mark);
    },
  };
}

const whyNoFix = {
  none: 'No issue under the cursor. F8 goes to the next error or warning.',
  'not-fixable': 'The issue under the cursor does not have a quick fix.',
  several: 'This line has several issues. Put the cursor on the one to fix.',
} as const;
