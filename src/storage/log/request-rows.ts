import type {CaptureRecord} from '../../domain/capture/capture-record';
import type {
  AnswerBody,
  CapturedBody,
  CapturedHeaders,
  CapturedRequest,
} from '../../domain/capture/captured-request';
import {isTime} from '../../domain/capture/captured-time';
import {isUnseen} from '../../domain/capture/merge/choose-record';
import {toRequestTarget} from '../../domain/capture/request-target';
import {NO_TAB, type RequestRow} from './capture-database';
import {isIntact} from './damaged-rows';

/** Represents a body that was not read; recognised by identity when the record is written again. */
export const STORED_BODY: CapturedBody = {kind: 'missing', reason: 'not-recorded'};
/** The same for the text of a response. */
const STORED_ANSWER: AnswerBody = {kind: 'text', text: ''};

/** The size of a row besides its body and response: approximately that of ordinary headers and an ordinary address. */
const ROW_BYTES = 1_000;
/** An address is in the row and in three of its indexes. */
const COPIES_OF_URL = 4;

/** The record of a row, with placeholders for the parts in other stores. */
export function toRecord(row: RequestRow): CaptureRecord {
  return {
    request: fill(row.request, row.hasBody ? STORED_BODY : null, row.hasAnswer ? STORED_ANSWER : null),
    requestIds: row.requestIds,
    views: row.views,
    bodyHash: row.print === '' ? null : row.print,
    ...(row.lastPhaseSeen && {lastPhaseSeen: row.lastPhaseSeen}),
  };
}

/** The request with the body and response that were read for it; undefined or null keeps the existing ones. */
export function fill(
  request: CapturedRequest,
  body: CapturedBody | null | undefined,
  answer: AnswerBody | null | undefined,
): CapturedRequest {
  const {outcome} = request;
  return {
    ...request,
    body: body ?? request.body,
    outcome: answer && outcome.state === 'answered' ? {...outcome, body: answer} : outcome,
  };
}

/** The data for each store. `undefined`: that store already has it; null: nothing to store there. */
export interface Parts {
  row: RequestRow;
  body: CapturedBody | null | undefined;
  answer: AnswerBody | null | undefined;
}

/** For a new row: its browser session, and when it was added, in milliseconds since the epoch by our own clock. */
export interface Arrival {
  session: string;
  at: number;
}

export function toParts(record: CaptureRecord, arrival: Arrival, stored: RequestRow | null): Parts {
  const {request} = record;
  const body = request.body === STORED_BODY ? undefined : isHeavy(request.body) ? request.body : null;
  const answerBody = request.outcome.state === 'answered' ? request.outcome.body : null;
  const answer = answerBody === STORED_ANSWER ? undefined : answerBody?.kind === 'text' ? answerBody : null;
  const hasBody = body === undefined ? true : body !== null;
  const hasAnswer = answer === undefined ? true : answer !== null;
  const row: RequestRow = {
    id: request.id,
    session: stored?.session ?? arrival.session,
    tab: request.origin.tabId ?? NO_TAB,
    // An index does not accept NaN.
    startedAt: isTime(request.startedAt) ? request.startedAt : 0,
    arrivedAt: stored?.arrivedAt ?? arrival.at,
    target: toRequestTarget(request),
    print: record.bodyHash ?? '',
    requestIds: [...record.requestIds],
    views: [...record.views],
    ...(record.lastPhaseSeen && {lastPhaseSeen: record.lastPhaseSeen}),
    bodyBytes: body === undefined ? (stored?.bodyBytes ?? 0) : bytesOfBody(body),
    answerBytes: answer === undefined ? (stored?.answerBytes ?? 0) : bytesOfAnswer(answer),
    hasBody,
    hasAnswer,
    request: fill(request, hasBody ? STORED_BODY : null, hasAnswer ? STORED_ANSWER : null),
    ...(isUnseen(record) && !request.replay && {unseenTarget: toRequestTarget(request)}),
    ...(request.replay && {marker: request.replay.marker}),
  };
  return {row, body, answer};
}

/** How much a request counts towards the limits. */
export function bytesOfRow(row: RequestRow): number {
  if (!isIntact(row)) return ROW_BYTES;
  return bytesOfHead(row.request) + row.bodyBytes + row.answerBytes;
}

/** The same for a record that is not stored yet. */
export function bytesOfRequest(request: CapturedRequest): number {
  const {body, outcome} = request;
  const answer = outcome.state === 'answered' ? bytesOfAnswer(outcome.body) : 0;
  return bytesOfHead(request) + bytesOfBody(body) + answer;
}

function bytesOfHead({url, headers, outcome}: CapturedRequest): number {
  const answered = outcome.state === 'answered' ? bytesOfHeaders(outcome.headers) : 0;
  return Math.max(ROW_BYTES, COPIES_OF_URL * url.length + bytesOfHeaders(headers) + answered);
}

function bytesOfHeaders(headers: CapturedHeaders): number {
  if (headers.state === 'unknown') return 0;
  return headers.list.reduce((sum, {name, value}) => sum + name.length + (value?.length ?? 0), 0);
}

export function bytesOfBody(body: CapturedBody | null): number {
  if (!body) return 0;
  if (body.kind === 'bytes' || body.kind === 'cut') return body.bytes.length;
  return body.kind === 'form' ? JSON.stringify(body.fields).length : 0;
}

function bytesOfAnswer(answer: AnswerBody | null): number {
  return answer?.kind === 'text' ? answer.text.length : 0;
}

function isHeavy(body: CapturedBody): boolean {
  return body.kind === 'bytes' || body.kind === 'cut' || body.kind === 'form';
}
