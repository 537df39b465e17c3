import type {Issue} from '../../verdict/issue';
import type {SessionTrace} from './session-trace';

/**
 * A rule over the requests of a session. Made once per session; called for each request in the order they were sent,
 * and remembers what it needs of those before. Its issues need no `requestId`.
 */
export type SessionRule = (trace: SessionTrace, report: ReportIssue) => void;

export type ReportIssue = (issue: Issue) => void;
