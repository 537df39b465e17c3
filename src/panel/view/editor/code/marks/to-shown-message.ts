import type {Text} from '@codemirror/state';
import {describeIssue} from '../../../../../domain/verdict/describe/describe-issue';
import type {Issue} from '../../../../../domain/verdict/issue';
import type {SentText} from '../layout/sent-text';

/**
 * The text of an issue, with its place by the lines of the editor, which differ from those of the sent text if that
 * is pretty-printed, or contains single carriage returns.
 */
export function toShownMessage(issue: Issue, sent: SentText, shown: Text): string {
  const {position} = issue;
  if (!position) return describeIssue(issue).message;
  const at = Math.min(sent.toDocument(position.offset, 1), shown.length);
  const {number, from} = shown.lineAt(at);
  return describeIssue(issue, {line: number, column: at - from + 1}).message;
}
