import type {Answer, CapturedRequest} from '../capture/captured-request';
import {isJsonObject, type JsonObject, type JsonValue} from '../json/json-value';
import type {AddIssue} from '../protocols/protocol';
import {describeValue, quote} from '../verdict/describe-value';
import type {Issue, Severity} from '../verdict/issue';
import type {RuleCode} from '../verdict/rule-catalogue';
import {toIssue} from '../verdict/to-issue';

const MAX_WARNINGS = 50;

/**
 * Sets the server's own answer beside our verdict: a refusal, its warnings, and any disagreement. Says nothing of a
 * request that was not answered, nor of a redirect.
 */
export function checkServerAnswer(
  verdict: {decoded: boolean; issues: readonly Issue[]},
  {outcome}: CapturedRequest,
  add: AddIssue,
): void {
  if (outcome.state !== 'answered') return;
  const body = readAnswer(outcome);
  const isRefused = outcome.status >= 400 || (isSuccess(outcome.status) && body?.success === false);
  const errors = verdict.issues.filter(({severity}) => severity === 'error').length;
  if (isRefused) reportRefusal(outcome, body, verdict, errors, add);
  else if (isSuccess(outcome.status) && errors > 0) reportAccepted(outcome.status, errors, add);
  if (isJsonObject(body) && Array.isArray(body.warnings)) reportWarnings(body.warnings, verdict.issues, add);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function readAnswer({body}: Answer): JsonObject | null {
  // An answer is a few hundred bytes; what is larger is no answer of this API.
  if (body.kind !== 'text' || body.cut || body.text.length > 1_000_000) return null;
  try {
    const value: unknown = JSON.parse(body.text);
    return isJsonObject(value) ? value : null;
  } catch {
    // An error page of a proxy, say: the status speaks for itself.
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
  const said = typeof body?.message === 'string' && body.message !== '' ? `: ${quote(body.message)}` : '';
  const isPassing = status === 429 || status >= 500;
  const answer = `The server answered ${status}${isSuccess(status) ? ' with success: false' : ''}${said}`;
  const isExplained = isPassing || errors > 0 || explainsAuthorization(status, verdict.issues);
  const why = isPassing
    ? 'sending it again may help'
    : errors > 0
      ? `${errors === 1 ? 'one error was' : `${errors} errors were`} found here too`
      : isExplained
        ? 'the credentials are reported here too'
        : 'the events were not recorded';
  report('server-rejected', `${answer}; ${why}.`, isPassing ? 'warning' : 'error', add);
  if (isExplained || !verdict.decoded) return;
  report(
    'server-disagrees',
    `The server refused with ${status} what no rule here calls wrong; its answer may say why.`,
    'warning',
    add,
  );
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

function explainsAuthorization(status: number, issues: readonly Issue[]): boolean {
  return (status === 401 || status === 403) && issues.some(({code}) => credentialCodes.includes(code));
}

function reportAccepted(status: number, errors: number, add: AddIssue): void {
  const found = errors === 1 ? 'one error was' : `${errors} errors were`;
  report(
    'server-disagrees',
    `The server accepted the request with ${status} although ${found} found here; what it accepts it need not record.`,
    'info',
    add,
  );
}

function reportWarnings(warnings: readonly JsonValue[], issues: readonly Issue[], add: AddIssue): void {
  for (const warning of warnings.slice(0, MAX_WARNINGS)) {
    const text = toWarningText(warning);
    const known = isReportedHere(text, issues) ? ', which is reported here too' : '';
    report(
      'server-warning',
      `The server accepted with the warning ${quoteLong(text)}${known}.`,
      undefined,
      add,
    );
  }
}

/** Documented as texts; an object is asked for its message, and nothing is walked into. */
function toWarningText(warning: JsonValue): string {
  if (typeof warning === 'string') return warning;
  return isJsonObject(warning) && typeof warning.message === 'string'
    ? warning.message
    : describeValue(warning);
}

/** Warnings name their field in quotation marks: "Field 'user_email' is missing and may affect …". */
function isReportedHere(warning: string, issues: readonly Issue[]): boolean {
  const [, field] = /'([\w.]+)'/.exec(warning.slice(0, 500)) ?? [];
  if (field === undefined) return false;
  return issues.some(
    ({pointer, expected}) => pointer.endsWith(`/${field}`) || expected.split(' or ').includes(field),
  );
}

function quoteLong(text: string): string {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}

function report(code: RuleCode, message: string, severity: Severity | undefined, add: AddIssue): void {
  add(toIssue(code, {event: null, pointer: '', message, ...(severity ? {severity} : {})}));
}
