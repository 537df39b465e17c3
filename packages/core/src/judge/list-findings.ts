import type {RequestVerdict, Verdict, VerdictIssue} from './verdict';

/** An issue with the request it is on. */
export interface Finding {
  issue: VerdictIssue;
  /** Undefined only for an issue of the session that names no request of the verdict. */
  request: RequestVerdict | undefined;
  /** What the event is called, else what kind of call it is; null for the request as a whole. */
  event: string | null;
}

/** What an issue says; one of a tracking plan says which plan, rule and line too. */
export function toTold({code, message, source}: VerdictIssue): string {
  return code.startsWith('plan/') ? `${message} (${source})` : message;
}

/** All issues of a verdict, request by request, then those of the session. `quiet` leaves only errors. */
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
