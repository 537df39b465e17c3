import type {Text} from '@codemirror/state';
import {describeIssue} from '../../../../../domain/verdict/describe/describe-issue';
import type {Issue} from '../../../../../domain/verdict/issue';
import type {SentText} from '../layout/sent-text';

/**
 * What an issue says, with its place by the lines of the editor: they are others than those of the text that is sent
 * where that is laid out to read, or broken by lone carriage returns.
 */
export function toShownMessage(issue: Issue, sent: SentText, shown: Text): string {
  const {position} = issue;
  if (!position) return describeIssue(issue).message;
  const at = Math.min(sent.toDocument(position.offset, 1), shown.length);
  const {number, from} = shown.lineAt(at);
  return describeIssue(issue, {line: number, column: at - from + 1}).message;
}
