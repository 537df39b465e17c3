import type {CapturedRequest, Outcome} from '../capture/captured-request';
import {toIsoTime} from '../capture/captured-time';
import {maskText} from '../secrets/mask-text';
import {maskUrl} from '../secrets/url-secrets';
import type {Inspection} from '../verdict/inspection';
import type {Issue} from '../verdict/issue';
import {showSource} from '../verdict/source';
import {toCsvText} from './csv-text';

/** A captured request with its verdict. */
export interface JudgedRequest {
  request: CapturedRequest;
  inspection: Inspection;
}

const columns = [
  'sent',
  'request',
  'method',
  'url',
  'response',
  'event',
  'type',
  'name',
  'user',
  'group',
  'timestamp',
  'errors',
  'warnings',
  'issues',
] as const;

/** One row per event (RFC 4180, CRLF); a request without a readable event has its own row. Credentials are masked. */
export function toCsv(rows: readonly JudgedRequest[]): string {
  return toCsvText([columns, ...rows.flatMap(toRows)]);
}

function toRows({request, inspection}: JudgedRequest): string[][] {
  const {events} = inspection;
  const ofRequest = [
    toIsoTime(request.startedAt) ?? '',
    request.id,
    request.method,
    maskUrl(request.url),
    describeOutcome(request.outcome),
  ];
  if (events.length === 0) return [[...ofRequest, '', '', '', '', '', '', ...toVerdict(inspection, null)]];
  return events.map((event) => [
    ...ofRequest,
    String(event.index + 1),
    event.type ?? '',
    ...[event.name, event.user, event.group, event.timestamp].map((text) => maskText(text ?? '')),
    ...toVerdict(inspection, event.index),
  ]);
}

/** Issues of the request as a whole are in the row of its first event. */
function toVerdict({issues}: Inspection, event: number | null): string[] {
  const own = issues.filter((issue) => issue.event === event || (issue.event === null && (event ?? 0) === 0));
  const count = (severity: string) => String(own.filter((issue) => issue.severity === severity).length);
  return [count('error'), count('warning'), own.map(toCell).join('; ')];
}

/** The plan and its rule, if the rule is not one of ours. */
function toCell({code, pointer, source}: Issue): string {
  const place = `${code} ${maskText(pointer)}`.trim();
  return source.plan === undefined ? place : `${place} (${showSource(source)})`;
}

function describeOutcome(outcome: Outcome): string {
  if (outcome.state === 'answered') return String(outcome.status);
  if (outcome.state !== 'failed') return outcome.state;
  return `${outcome.status === undefined ? '' : `${outcome.status}, `}failed: ${maskText(outcome.error)}`;
}
