import {findCorrected} from '../../../domain/edit/batch/select-events';
import {countOf} from '../../../domain/verdict/format-count';
import {isIssueOf} from '../../../domain/verdict/issue';
import type {DraftInspection} from '../judge/draft-question';
import type {DraftText} from './check/checked-draft';
import type {DraftSelection} from './draft-choices';

/** The indexes of the selected events; null: the whole body, unchanged. */
export function selectIndexes(
  selection: DraftSelection,
  {issues, draft, text}: DraftText & Pick<DraftInspection, 'issues'>,
  shown: number | null,
): readonly number[] | null {
  switch (selection) {
    case 'all':
      return null;
    case 'faulty':
      return selectFaulty(issues);
    case 'corrected':
      return findCorrected(draft.originalText ?? '', text);
    case 'shown':
      return shown === null ? null : [shown];
  }
}

function selectFaulty(issues: DraftInspection['issues']): number[] {
  const faulty = issues.filter(({severity, event}) => severity === 'error' && event !== null);
  return [...new Set(faulty.map(({event}) => event ?? 0))].sort((a, b) => a - b);
}

/** Why nothing is left to send. */
export function explainEmpty(selection: DraftSelection): string {
  switch (selection) {
    case 'faulty':
      return 'No event in the batch has an error, so there is nothing to send.';
    case 'corrected':
      return 'No event in the batch was changed, so there is nothing to send.';
    default:
      return 'The shown event cannot be found in the text.';
  }
}

/** What a selection leaves out although it may belong to it: checks of a batch with very many issues stop early. */
export function toLeftOutNotes(
  selection: DraftSelection,
  {issues}: Pick<DraftInspection, 'issues'>,
): string[] {
  const stopped = selection === 'faulty' && issues.find((issue) => isIssueOf(issue, 'checks-stopped'));
  if (!stopped) return [];
  const {checked, count} = stopped.params;
  const faulty = selectFaulty(issues).filter((event) => event >= checked);
  const left = count - checked - faulty.length;
  return left === 0
    ? []
    : [`${countOf(left, 'event')} at the end ${left === 1 ? 'was' : 'were'} not checked, so not sent.`];
}
