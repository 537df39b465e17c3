import {wasDecompressed} from './capture/body-notes';
import type {CapturedBody, CapturedRequest} from './capture/captured-request';
import {getHeader} from './capture/headers';
import {checkLimits, toByteLimit} from './checks/check-limits';
import {checkText} from './checks/check-text';
import {type BatchVerdict, inspectBatch} from './checks/inspect-batch';
import {createSessionCheck} from './checks/session/session-check';
import {toSessionTrace} from './checks/session/session-trace';
import {toBodyIssue} from './checks/to-body-issue';
import {readBody} from './decode/read-body';
import {canParseUrl} from './parse-url';
import {matchEndpoint} from './protocols/endpoints';
import {protocols} from './protocols/protocols';
import type {ProtocolId} from './protocols/wire-formats';
import {defaultSettings, type Settings} from './settings';
import {applyRuleSettings} from './verdict/apply-rule-settings';
import type {DecodedEvent, Inspection} from './verdict/inspection';
import type {Issue} from './verdict/issue';

export {type RequestParts, requestFromParts} from './request-from-parts';

export interface InspectOptions {
  /** Replaces the time of sending if a request has none. */
  now?: Date;
  settings?: Settings;
}

/** The length in UTF-16 units up to which a text is also checked for what JSON.parse silently accepts. */
const SMALL_TEXT = 32_768;

/** Decodes a captured request and checks every event of it. Never throws; does not read the clock. */
export function inspectRequest(request: CapturedRequest, options: InspectOptions = {}): Inspection {
  const settings = options.settings ?? defaultSettings;
  const id = matchEndpoint(request, settings);
  return id === null ? toForeign(request) : inspectWith(id, request, settings, options.now);
}

function inspectWith(id: ProtocolId, request: CapturedRequest, settings: Settings, now?: Date): Inspection {
  const protocol = protocols[id];
  const context = {request, sentAt: request.startedAt ?? toTime(now)};
  const reading = readBody(request.body, request.headers);
  const decoded = reading.kind === 'json';
  const batch = decoded ? inspectBatch(protocol, reading, context) : nothing;
  const {isSingle, count, shared} = batch;
  const bytes = toWireSize(request.body);
  const text = decoded && reading.source.isExact ? reading.text : null;
  const issues: Issue[] = [
    ...reading.findings.map((finding) => toBodyIssue(finding, protocol.expectedBody)),
    ...checkLimits(protocol, {events: count, bytes, isSingle, text, list: toList(batch.events)}),
    ...batch.issues,
  ];
  if (decoded && reading.text.length <= SMALL_TEXT) issues.push(...checkText(reading, batch.events));
  const body = decoded ? reading.value : undefined;
  protocol.checkRequest({decoded, body, issues}, context, (issue) => {
    issues.push(issue);
  });
  return {
    requestId: request.id,
    sentAt: request.startedAt,
    ...(isRedirected(request, settings) && {isRedirected: true}),
    protocol: id,
    decoded,
    events: batch.events,
    ...(shared.length > 0 && {shared}),
    issues: applyRuleSettings(issues, settings.rules),
    size: {
      events: count,
      bytes,
      maxEvents: protocol.limits.events,
      maxBytes: toByteLimit(protocol, isSingle)?.safe ?? null,
    },
  };
}

const nothing: BatchVerdict = {events: [], count: 0, isSingle: false, shared: [], issues: []};

/** The pointer of the array that contains the events. */
function toList([first]: readonly DecodedEvent[]): string {
  return first ? first.pointer.slice(0, Math.max(0, first.pointer.lastIndexOf('/'))) : '';
}

/**
 * The checks that `inspectRequest` skips for a large body since they may cost several times as much as parsing:
 * duplicate keys, and unpaired surrogates. Empty if `inspectRequest` has already done them.
 */
export function inspectText(
  request: CapturedRequest,
  inspection: Inspection,
  options: InspectOptions = {},
): Issue[] {
  const reading = inspection.decoded ? readBody(request.body, request.headers) : null;
  if (reading?.kind !== 'json' || reading.text.length <= SMALL_TEXT) return [];
  const issues = checkText(reading, inspection.events);
  return [...applyRuleSettings(issues, (options.settings ?? defaultSettings).rules)];
}

function toForeign(request: CapturedRequest): Inspection {
  return {
    requestId: request.id,
    sentAt: request.startedAt,
    protocol: null,
    decoded: false,
    events: [],
    issues: [],
    size: {events: 0, bytes: toWireSize(request.body), maxEvents: null, maxBytes: null},
  };
}

/**
 * With these two the browser automatically sends the body again; with others the page's request continues without it.
 * If the new address is not an endpoint, no other record has the events.
 */
function isRedirected({url, method, outcome}: CapturedRequest, settings: Settings): boolean {
  if (outcome.state !== 'answered' || (outcome.status !== 307 && outcome.status !== 308)) return false;
  const location = getHeader(outcome.headers, 'location')?.value ?? '';
  if (location === '' || !canParseUrl(location, url)) return false;
  return matchEndpoint({method, url: new URL(location, url).href}, settings) !== null;
}

function toTime(now: Date | undefined): number | null {
  const time = now?.getTime() ?? Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** Bytes as sent, so compressed if the body was; null if unknown. */
function toWireSize(body: CapturedBody): number | null {
  if (body.kind === 'bytes') return wasDecompressed(body) ? null : body.bytes.length;
  if (body.kind === 'none') return 0;
  return body.kind === 'form' ? null : (body.size ?? null);
}

/**
 * Rules that need more than one event or request; warnings, each can be switched off. `inspections` in the order of
 * sending, without our own replays; each issue names its request.
 */
export function inspectSession(inspections: readonly Inspection[], options: InspectOptions = {}): Issue[] {
  const check = createSessionCheck();
  const issues = inspections.flatMap((inspection) => {
    const trace = toSessionTrace(inspection);
    return trace ? check.add(trace) : [];
  });
  return [...applyRuleSettings(issues, (options.settings ?? defaultSettings).rules)];
}
