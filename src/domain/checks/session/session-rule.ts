import type {Issue} from '../../verdict/issue';
import type {SessionTrace} from './session-trace';

/**
 * A rule for the requests of a session. Created once per session; called for each request in the order of sending,
 * and stores what it needs of earlier ones. Its issues need no `requestId`.
 */
export type SessionRule = (trace: SessionTrace, report: ReportIssue) => void;

export type ReportIssue = (issue: Issue) => void;
