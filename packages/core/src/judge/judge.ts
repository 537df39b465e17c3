import {
  applyRuleSettings,
  type CapturedRequest,
  createSessionCheck,
  createWordMasks,
  describeIssue,
  type Inspection,
  type Issue,
  inspectByPlans,
  inspectRequest,
  inspectText,
  maskUrl,
  type PlanChecker,
  type SessionCheck,
  type Settings,
  showSource,
  toSessionTrace,
} from '../domain';
import {noGuard, type PlanGuard} from './plan-guard';
import type {RequestVerdict, Verdict, VerdictIssue} from './verdict';

/** A request, and the file it was read from; requests of one file are one session. */
export interface InputRequest {
  request: CapturedRequest;
  file: string;
}

export interface JudgeOptions {
  settings: Settings;
  checkers: readonly PlanChecker[];
  version: string;
  /** For plans that are not trusted; default: none. */
  guard?: PlanGuard | undefined;
}

/** Checks the requests of recordings one after the other, in the order of sending, and does not keep them. */
export interface Judge {
  add(input: InputRequest): void;
  verdict(): Verdict;
}

/** Checks requests in the order they were sent, as the panel does. Requests to unknown endpoints are left out. */
export function judge(inputs: Iterable<InputRequest>, options: JudgeOptions): Verdict {
  const {add, verdict} = createJudge(options);
  for (const input of inputs) add(input);
  return verdict();
}

/** For a recording that is checked while it is read. */
export function createJudge({settings, checkers, version, guard = noGuard}: JudgeOptions): Judge {
  const requests: RequestVerdict[] = [];
  const session: VerdictIssue[] = [];
  /** Each file is a session of its own, as each import is in the panel. */
  const checks = new Map<string, SessionCheck>();
  const toWordMask = createWordMasks();

  function add(input: InputRequest): void {
    const plain = inspectRequest(input.request, {settings});
    if (plain.protocol === null) return;
    const {inspection} = guard(() => inspectByPlans(plain, checkers, settings.rules));
    const issues = [...inspection.issues, ...inspectText(input.request, inspection, {settings})];
    const mask = toWordMask(input.request);
    requests.push(toRequestVerdict(input, {...inspection, issues}, plain.protocol, mask));
    // As in the panel: the page did not send a replay.
    const trace = input.request.replay ? null : toSessionTrace(inspection);
    const check = checks.get(input.file) ?? createSessionCheck();
    checks.set(input.file, check);
    const shared = trace === null ? [] : applyRuleSettings(check.add(trace), settings.rules);
    session.push(...shared.map((issue) => toVerdictIssue(issue, mask)));
  }

  return {
    add,
    verdict: () => ({
      schemaVersion: 1,
      tool: {name: 'track-inspector', version},
      requests,
      session,
      summary: summarize(requests, session),
    }),
  };
}

function toRequestVerdict(
  {request, file}: InputRequest,
  inspection: Inspection,
  protocol: string,
  mask: (text: string) => string,
): RequestVerdict {
  return {
    id: request.id,
    file,
    method: request.method,
    url: maskUrl(request.url),
    protocol,
    sentAt: inspection.sentAt,
    decoded: inspection.decoded,
    events: inspection.events.map(({index, type, name, pointer}) => ({
      index,
      type,
      name: name === null ? null : mask(name),
      pointer,
    })),
    issues: inspection.issues.map((issue) => toVerdictIssue(issue, mask)),
  };
}

function toVerdictIssue(issue: Issue, mask: (text: string) => string): VerdictIssue {
  const {message, expected, found} = describeIssue(issue);
  return {
    code: issue.code,
    severity: issue.severity,
    event: issue.event,
    pointer: mask(issue.pointer),
    message: mask(message),
    expected: mask(expected),
    found: mask(found),
    source: showSource(issue.source),
    request: issue.requestId ?? null,
  };
}

function summarize(
  requests: readonly RequestVerdict[],
  session: readonly VerdictIssue[],
): Verdict['summary'] {
  const issues = [...requests.flatMap((request) => request.issues), ...session];
  const count = (severity: string) => issues.filter((issue) => issue.severity === severity).length;
  return {
    requests: requests.length,
    events: requests.reduce((sum, {events}) => sum + events.length, 0),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
  };
}
