import {describeIssue} from '../verdict/describe/describe-issue';
import type {Issue} from '../verdict/issue';

/** The sentence of an issue; '' if there is none. */
export function messageOf(issue: Issue | undefined): string {
  return issue ? describeIssue(issue).message : '';
}
