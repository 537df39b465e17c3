import type {RequestVerdict, Verdict, VerdictIssue} from './verdict';

/** An issue with its request. */
export interface Finding {
  issue: VerdictIssue;
  /** Undefined only for an issue of the session that does not refer to a request of the verdict. */
  request: RequestVerdict | undefined;
  /** The name of the event, else its type; null for the request as a whole. */
  event: string | null;
}

/** The text of an issue; for an issue of a tracking plan also the plan, rule and line. */
export function toTold({code, message, source}: VerdictIssue): string {
  return code.startsWith('plan/') ? `${message} (${source})` : message;
}

/** All issues of a verdict, request by request, then those of the session. `quiet` keeps only errors. */
export function listFindings({requests, session}: Verdict, quiet = false): Finding[] {
  const byId = new Map(requests.map((request) => [request.id, request]));
  const own = requests.flatMap((request) => request.issues.map((issue) => toFinding(issue, request)));
  const shared = session.map((issue) => toFinding(issue, byId.get(issue.request ?? '')));
  return [...own, ...shared].filter(({issue}) => !quiet || issue.severity === 'error');
}

function toFinding(issue: VerdictIssue, request: RequestVerdict | undefined): Finding {
  const event = issue.event === null ? undefined : request?.events[issue.event];
  return {issue, request, event: event ? (event.name ?? event.type) : null};
}
