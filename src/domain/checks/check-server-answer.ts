import type {Answer, CapturedRequest} from '../capture/captured-request';
import {isJsonObject, type JsonObject, type JsonValue} from '../json/json-value';
import type {AddIssue} from '../protocols/protocol';
import {type Issue, isIssueOf} from '../verdict/issue';
import type {RuleCode} from '../verdict/rule-catalogue';
import {toIssue} from '../verdict/to-issue';

const MAX_WARNINGS = 50;

const whole = {event: null, pointer: ''} as const;

/**
 * Compares the server's response with our verdict: reports a rejection, its warnings, and any contradiction, or that
 * there was no response. Pending requests and redirects are not reported.
 */
export function checkServerAnswer(
  verdict: {decoded: boolean; issues: readonly Issue[]},
  {outcome}: CapturedRequest,
  add: AddIssue,
): void {
  if (outcome.state === 'failed') {
    const {error, status = null} = outcome;
    add(toIssue('request-failed', {...whole, params: {error, status}}));
  }
  if (outcome.state !== 'answered') return;
  const body = readAnswer(outcome);
  const isRefused = outcome.status >= 400 || (isSuccess(outcome.status) && body?.success === false);
  const errors = verdict.issues.filter(({severity}) => severity === 'error').length;
  if (isRefused) reportRefusal(outcome, body, verdict, errors, add);
  else if (isSuccess(outcome.status) && errors > 0) reportDisagreement(outcome.status, errors, add);
  if (isJsonObject(body) && Array.isArray(body.warnings)) reportWarnings(body.warnings, verdict.issues, add);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

const OBJECT = /^\s*\{/;

function readAnswer({body}: Answer): JsonObject | null {
  // A response has a few hundred bytes; anything larger is not a response of this API.
  if (body.kind !== 'text' || body.cut || body.text.length > 1_000_000) return null;
  // Rejecting "ok" takes JSON.parse thirty times as long as reading an object.
  if (!OBJECT.test(body.text)) return null;
  try {
    const value: unknown = JSON.parse(body.text);
    return isJsonObject(value) ? value : null;
  } catch {
    // For example a proxy's error page: the status is enough.
    return null;
  }
}

function reportRefusal(
  {status}: Answer,
  body: JsonObject | null,
  verdict: {decoded: boolean; issues: readonly Issue[]},
  errors: number,
  add: AddIssue,
): void {
  const said = typeof body?.message === 'string' && body.message !== '' ? body.message : null;
  if (status >= 500) {
    add(toIssue('server-failed', {...whole, params: {status, said}}));
    return;
  }
  const isRetryable = status === 429;
  const isExplained = isRetryable || errors > 0 || isExplainedBy(status, verdict.issues);
  add(
    toIssue('server-rejected', {
      ...whole,
      params: {status, said, isSuccess: isSuccess(status), isRetryable, errors, isExplained},
      severity: isRetryable ? 'warning' : 'error',
    }),
  );
  if (!isExplained && verdict.decoded) reportDisagreement(status, 0, add);
}

const credentialCodes: readonly string[] = [
  'missing-credentials',
  'legacy-credentials',
  'placeholder-credentials',
  'expired-token',
  'token-not-yet-valid',
  'malformed-token',
  'missing-scope',
] satisfies RuleCode[];

/** What is only a warning here, since the documents leave it open, but is the likely reason for one of these statuses. */
const reasons: Readonly<Record<number, readonly string[]>> = {
  // "Exceeding either the event or size limit will result in a 400" (Track API), of which 413 is the general one.
  400: ['oversized-body', 'oversized-call', 'bare-object', 'empty-batch'] satisfies RuleCode[],
  401: credentialCodes,
  403: credentialCodes,
  413: ['oversized-body', 'oversized-call'] satisfies RuleCode[],
  415: ['unexpected-content-type', 'unsupported-encoding'] satisfies RuleCode[],
};

function isExplainedBy(status: number, issues: readonly Issue[]): boolean {
  return issues.some(({code}) => reasons[status]?.includes(code));
}

/** `errors`: issues found here in events that the server accepted; 0: the server rejected a request without issues. */
function reportDisagreement(status: number, errors: number, add: AddIssue): void {
  const severity = errors === 0 ? 'warning' : 'info';
  add(toIssue('server-disagrees', {...whole, params: {status, errors}, severity}));
}

function reportWarnings(warnings: readonly JsonValue[], issues: readonly Issue[], add: AddIssue): void {
  for (const each of warnings.slice(0, MAX_WARNINGS)) {
    const warning = readWarning(each);
    const isKnown = typeof warning === 'string' && isReportedHere(warning, issues);
    add(toIssue('server-warning', {...whole, params: {warning, isKnown}}));
  }
}

/** Documented as texts; for an object, its message is used. */
function readWarning(warning: JsonValue): JsonValue {
  return isJsonObject(warning) && typeof warning.message === 'string' ? warning.message : warning;
}

/** Warnings name their field in quotation marks: "Field 'user_email' is missing and may affect …". */
function isReportedHere(warning: string, issues: readonly Issue[]): boolean {
  const [, field] = /'([\w.]+)'/.exec(warning.slice(0, 500)) ?? [];
  if (field === undefined) return false;
  return issues.some(
    (issue) =>
      issue.pointer.endsWith(`/${field}`) ||
      (isIssueOf(issue, 'missing-property') && issue.params.alternatives.includes(field)),
  );
}
